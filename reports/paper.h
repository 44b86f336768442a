// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "reports/paper_data.h"

namespace kp {

/// The head of a Party document (36-HD/VPTW): what stands at the top left and right, and the document's name.
struct PaperHead {
  std::string superior;      ///< regular capitals, top left
  std::string issuer;        ///< bold capitals under it
  std::string number;        ///< "Số 05-BB/ĐH"
  std::string placeAndDate;  ///< italic, top right
  std::string kind;          ///< "BIÊN BẢN", bold, centred
  std::string subject;       ///< bold, centred, under it
};

/// A heading of one section; never the last thing on a page.
struct Heading {
  std::string text;
};

/// A paragraph, justified, its first line indented.
struct Paragraph {
  std::string text;
  bool italic = false;
};

enum class Align { Left, Centre, Right };
struct Column {
  std::string title;
  double widthMm = 0;  ///< 0: takes what the others leave
  Align align = Align::Left;
};
/// A ruled table; breaks between rows, the head is repeated.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
  double sizePt = 14;
};

/// Who signs; set side by side, kept together.
struct Signer {
  std::vector<std::string> office;  ///< lines, bold capitals: "T/M BAN KIỂM PHIẾU", "TRƯỞNG BAN"
  std::string name;                 ///< "" leaves a dotted line
};
struct Signatures {
  std::vector<Signer> signers;       ///< one or two
  std::string membersTitle;          ///< above the members' lines; "" with no members
  std::vector<std::string> members;  ///< each with a line to sign on; "" leaves the name to be written
};

using PaperBlock = std::variant<Heading, Paragraph, Table, Signatures>;

/// A paper's content, ready to be typeset: nothing more is computed afterwards.
struct Paper {
  PaperHead head;
  std::vector<PaperBlock> blocks;
  VerificationCode code;   ///< text "" prints none
  std::string createdIso;  ///< local time for the file's properties
};

}  // namespace kp
