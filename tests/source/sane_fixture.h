// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "samples.h"
#include "scanner/source/page_source.h"
#include "scanner/source/sane_source.h"

namespace kp {

/// The real SANE library, told to look for its own backends `test` (a feeder of 10 sheets) and `pnm` (a file as the page) only.
class Sane : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/kp-sane-XXXXXX";
    ASSERT_NE(mkdtemp(name), nullptr);
    m_folder = name;
    std::ofstream(m_folder / "dll.conf") << "test\npnm\n";  // nothing else is asked: no real scanner, no network
    ::setenv("SANE_CONFIG_DIR", name, 1);
  }
  void TearDown() override { std::filesystem::remove_all(m_folder); }

  Expected<int> scan(const std::string& source, ScannerOptions options = {}) {
    m_pages.clear();
    return scanPages(parseScannerAddress(source), options, [this](ScannedPage&& page) -> Expected<void> {
      m_numbers.push_back(page.number);
      m_pages.push_back(std::move(page.png));
      return {};
    });
  }
  Raster page(std::size_t index, bool keepColour = false) const { return decodePage(m_pages.at(index), 0, keepColour).value(); }

  /// A PGM or PPM file for the pnm backend.
  std::string pnmFile(const cv::Mat& picture) const {
    const std::string path = m_folder / (picture.channels() == 3 ? "page.ppm" : "page.pgm");
    std::ofstream(path, std::ios::binary) << test::encoded(picture.channels() == 3 ? ".ppm" : ".pgm", picture);
    return path;
  }

  std::filesystem::path m_folder;
  std::vector<std::string> m_pages;
  std::vector<int> m_numbers;
};

}  // namespace kp
