#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The definition of the long accuracy run: every face and size of ballot that occurs, with invented names. usage: faces.py > faces.json

Most positions come from the full pages (strike97, columns60, confidence42), since an error is looked for in each; the small ballots are there for their faces.
"""
import itertools
import json
import random

FAMILY = "Nguyễn Trần Lê Phạm Lò Huỳnh Phan Vũ Ma Đặng Bùi Đỗ Hồ Nông Dương Lý Đào Đoàn Quàng Trịnh".split()
MIDDLE = ["Văn", "Thị", "Hữu", "Đức", "Thị Hồng", "Quốc", "Xuân", "Thị Mỹ", "Ngọc", "Thanh", "Thị Bích", "Phúc", "Đình", "Thị Kim Phương", "Vĩnh", "Nhật"]
GIVEN = "Ả An Ánh Bằng Châu Cường Dũng Đẹp Giang Hạnh Hằng Hiếu Hoa Hùng Khánh Kiên Lan Lợi Mạnh Nga Nghĩa Nhượng Oanh Phúc Phượng Quỳnh Sơn Tâm Thắng Thủy Trường Tuấn Uyên Vinh Xuyến Yến Ưu Ý".split()
CONTESTS = {  # id: (office, kind, seats, names)
    "strike9": ("cap-uy", "election", 7, 9),
    "strike42": ("cap-uy", "election", 33, 42),
    "strike97": ("cap-uy", "election", 75, 97),
    "columns1": ("bi-thu", "election", 1, 1),
    "columns20": ("dai-bieu", "election", 20, 20),
    "columns60": ("dai-bieu", "election", 60, 60),
    "poll30": ("other", "opinion", 30, 30),
    "confidence42": ("other", "confidence", 42, 42),
}


def names(count, rng):
    picked = rng.sample([" ".join(n) for n in itertools.product(FAMILY, MIDDLE, GIVEN)], count)
    return sorted(picked, key=lambda n: (n.split()[-1], n))


def main():
    rng = random.Random(20261122)
    contests = [{"id": cid, "title": f"Phiếu thử {cid}", "kind": kind, "office": office, "seats": seats, "ballot_code": "shared",
                 "candidates": [{"id": f"c{i + 1:03d}", "name": n} for i, n in enumerate(names(count, rng))]}
                for cid, (office, kind, seats, count) in CONTESTS.items()]
    print(json.dumps({
        "format": "kiemphieu-congress/1",
        "congress": {"id": "do-chinh-xac", "name": "Đại hội thử độ chính xác", "superior": "ĐẢNG CỘNG SẢN VIỆT NAM", "issuer": "ĐẢNG BỘ TỈNH MẪU",
                     "term": "2025 - 2030", "place": "Tỉnh Mẫu", "date": "2025-09-20", "kind": "delegates", "rules": "190-QĐ/TW"},
        "committee": [{"name": "Hà Văn Trưởng Ban", "role": "head"}, {"name": "Mai Thị Ủy Viên", "role": "member"}],
        "contests": contests}, ensure_ascii=False, indent=1))


main()
