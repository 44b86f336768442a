#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Mounts a USB stick for the kiosk's user, reading and writing, and unmounts it. Run by kiemphieu-usb@.service when a stick comes and goes.
#
# usage: usb.sh mount|unmount DEVICE        as sdb1
#   KIEMPHIEU_USER   who owns what is on sticks without owners (default kiemphieu)
#   KIEMPHIEU_MEDIA  folder the sticks appear in (default /media/kiemphieu; the program looks in /media)
set -eu
device=$2
node=/dev/$device
user=${KIEMPHIEU_USER:-kiemphieu}
media=${KIEMPHIEU_MEDIA:-/media/kiemphieu}

case $1 in
  mount)
    type=$(blkid -p -o value -s TYPE "$node")
    label=$(blkid -p -o value -s LABEL "$node" 2>/dev/null | tr -c 'A-Za-z0-9._\n-' '_' | cut -c 1-40) || label=
    place=$media/${label:-USB}-$device
    owner=uid=$(id -u "$user"),gid=$(id -g "$user"),umask=0077
    safe=nosuid,nodev,noexec
    mkdir -p "$place"
    # FAT writes through at once (flush): a stick pulled out too early has lost less. The program syncs and reads back what it saves all the same.
    case $type in
      vfat) options=$safe,$owner,flush,utf8 ;;
      exfat | ntfs) options=$safe,$owner ;;
      *) options=$safe ;;
    esac
    [ "$type" = ntfs ] && type=ntfs3
    if ! mount -t "$type" -o "$options" "$node" "$place"; then
      mount -t "$type" -o "$options,ro" "$node" "$place" || { rmdir "$place"; exit 1; } # write-protected: for reading lists it will do
    fi
    ;;
  unmount)
    for place in "$media"/*-"$device"; do
      [ -d "$place" ] || continue
      umount "$place" || umount -l "$place" # lazily when it was pulled out: nothing is left to write to
      rmdir "$place"
    done
    ;;
  *)
    echo "usage: usb.sh mount|unmount DEVICE" >&2
    exit 2
    ;;
esac
