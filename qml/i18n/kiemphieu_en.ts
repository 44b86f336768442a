<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AdjudicatePage</name>
    <message>
        <source>lượt %1</source>
        <translation>pass %1</translation>
    </message>
    <message>
        <source>Phiếu cần xem</source>
        <translation>Doubtful ballots</translation>
    </message>
    <message>
        <source>Cuộc bầu đã chốt: chỉ xem lại được, không kết luận thêm.</source>
        <translation>The contest is closed: rulings can be looked at, none can be added.</translation>
    </message>
    <message>
        <source>Đồng chí xem được nhưng không kết luận về phiếu: việc này của hai người trong Ban kiểm phiếu, có Trưởng ban.</source>
        <translation>You may look, but not rule on ballots: that takes two of the counting committee, the head among them.</translation>
    </message>
    <message>
        <source>Ghi và sang phiếu sau</source>
        <translation>Record and go to the next</translation>
    </message>
    <message>
        <source>Phiếu chờ tiếp theo</source>
        <translation>Next waiting ballot</translation>
    </message>
    <message>
        <source>Sang bước đối chiếu</source>
        <translation>On to comparing</translation>
    </message>
    <message>
        <source>Còn %1 phiếu chờ</source>
        <translation>Waiting: %1</translation>
    </message>
    <message>
        <source>Kết luận lại (U)</source>
        <translation>Rule again (U)</translation>
    </message>
    <message>
        <source>◀ Trước</source>
        <translation>◀ Previous</translation>
    </message>
    <message>
        <source>Sau ▶</source>
        <translation>Next ▶</translation>
    </message>
    <message>
        <source>Không có phiếu nào cần Ban kiểm phiếu xem.</source>
        <translation>There is no ballot for the counting committee to look at.</translation>
    </message>
    <message>
        <source>Xem các tờ để riêng</source>
        <translation>See the sheets set aside</translation>
    </message>
    <message>
        <source>Hai người cùng kết luận</source>
        <translation>Two people rule together</translation>
    </message>
    <message>
        <source>Hai người của Ban kiểm phiếu ký một lần cho cả loạt phiếu này. Mỗi kết luận đều ghi tên cả hai. Hết phiên khi rời trang hoặc sau %1 phút không chạm.</source>
        <translation>Two of the counting committee sign once for this series of ballots. Each ruling is recorded with both names. The series ends when you leave this screen or after %1 minutes without a touch.</translation>
    </message>
    <message>
        <source>Kết luận đã chọn cho %1 phiếu chưa được ghi và sẽ mất. Muốn giữ, hãy bấm “Để nguyên” rồi bấm “Ghi và sang phiếu sau”.</source>
        <translation>What was chosen for %1 ballots is not written down and will be lost. To keep it, press “Leave as it is”, then “Record and go to the next”.</translation>
    </message>
    <message>
        <source>Phiếu cần xem %1 / %2 – %3 · %4</source>
        <translation>Doubtful ballots %1 / %2 – %3 · %4</translation>
    </message>
    <message>
        <source>Máy để riêng %1 tờ giấy trắng hoặc đã quét trước đó.</source>
        <translation>%1 sheets were set aside: blank, or scanned before.</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message>
        <source>Lưu trữ</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Chọn tài liệu…</source>
        <translation>Choose a document…</translation>
    </message>
    <message>
        <source>Chọn thư mục…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Chép ra thiết bị…</source>
        <translation>Copy to a device…</translation>
    </message>
    <message>
        <source>Lập gói lưu trữ</source>
        <translation>Make the archive package</translation>
    </message>
    <message>
        <source>Lập gói mới</source>
        <translation>Make a new package</translation>
    </message>
    <message>
        <source>Chép gói cũ…</source>
        <translation>Copy the earlier package…</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Gói lưu trữ</source>
        <translation>Archive package</translation>
    </message>
    <message>
        <source>Kiểm tra tài liệu</source>
        <translation>Check a document</translation>
    </message>
    <message>
        <source>Tìm đại hội cũ</source>
        <translation>Find a past congress</translation>
    </message>
    <message>
        <source>Chép gói lưu trữ ra thiết bị nào?</source>
        <translation>Which device should the archive package be copied to?</translation>
    </message>
    <message>
        <source>Chép vào đây</source>
        <translation>Copy here</translation>
    </message>
    <message>
        <source>Chọn tài liệu cần kiểm tra</source>
        <translation>Choose the document to check</translation>
    </message>
    <message>
        <source>Các đại hội cũ nằm ở đâu?</source>
        <translation>Where are the past congresses?</translation>
    </message>
    <message>
        <source>Mở đại hội này?</source>
        <translation>Open this congress?</translation>
    </message>
    <message>
        <source>Tệp đại hội đang mở sẽ được đóng lại, không mất gì; mở lại được ở màn hình đầu. Người đang đăng nhập phải đăng nhập vào tệp kia.</source>
        <translation>The congress file that is open will be closed; nothing is lost, and it can be opened again from the first screen. Whoever is signed in must sign in to the other file.</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Đồng chí xem được màn hình này; lập và chép gói lưu trữ do Ban kiểm phiếu, nhân viên kỹ thuật hoặc thư ký làm.</source>
        <translation>You may look at this screen; the package is made and copied by the committee, technical staff or the secretary.</translation>
    </message>
</context>
<context>
    <name>AsidePrompt</name>
    <message>
        <source>Không phải phiếu bầu</source>
        <translation>Not a ballot</translation>
    </message>
    <message>
        <source>Phiếu của cuộc bầu khác</source>
        <translation>Ballot of another contest</translation>
    </message>
    <message>
        <source>Đã tính ở tờ khác</source>
        <translation>Already counted on another sheet</translation>
    </message>
    <message>
        <source>Cùng một tờ giấy với tờ số %1, đã tính ở đó</source>
        <translation>The same paper as sheet %1, counted there</translation>
    </message>
    <message>
        <source>Hai tờ dính nhau, đã quét lại từng tờ</source>
        <translation>Two sheets stuck together, each scanned again</translation>
    </message>
    <message>
        <source>Quét hỏng, đã quét lại tờ này</source>
        <translation>Bad scan, this sheet was scanned again</translation>
    </message>
    <message>
        <source>Vì sao để riêng tờ này?</source>
        <translation>Why is this sheet set aside?</translation>
    </message>
    <message>
        <source>Tờ để riêng không được tính vào kết quả. Vẫn kết luận lại được cho đến khi chốt.</source>
        <translation>A sheet that is set aside is not counted. It can be ruled on again until the count is closed.</translation>
    </message>
    <message>
        <source>Để riêng</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Lý do khác</source>
        <translation>Another reason</translation>
    </message>
</context>
<context>
    <name>AsidesAtOnce</name>
    <message>
        <source>Để riêng cả %1 tờ của nơi khác…</source>
        <translation>Set aside all %1 foreign papers…</translation>
    </message>
    <message>
        <source>Để riêng %1 tờ</source>
        <translation>Set %1 papers aside</translation>
    </message>
    <message>
        <source>Những tờ mang mã của cuộc bầu khác hoặc của đại hội khác không được tính vào kết quả: %1. Mỗi tờ được ghi một kết luận, vẫn kết luận lại được cho đến khi chốt.</source>
        <translation>Papers with the code of another contest or congress count nowhere: %1. Each gets a ruling of its own and can be ruled on again until the contest is closed.</translation>
    </message>
</context>
<context>
    <name>BallotDetail</name>
    <message>
        <source>◀ Tất cả phiếu</source>
        <translation>◀ All ballots</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>%1 · %2 %3</source>
        <translation>%1 · %2 %3</translation>
    </message>
    <message>
        <source>Hiện nay: %1</source>
        <translation>Now: %1</translation>
    </message>
    <message>
        <source>Máy đọc: %1</source>
        <translation>The machine read: %1</translation>
    </message>
</context>
<context>
    <name>BallotPicture</name>
    <message>
        <source>Phiếu bầu sẽ in</source>
        <translation>The ballot as it will print</translation>
    </message>
    <message>
        <source>Đang vẽ phiếu…</source>
        <translation>Drawing the ballot…</translation>
    </message>
</context>
<context>
    <name>BallotWall</name>
    <message>
        <source>%1 / %2 phiếu – %3</source>
        <translation>%1 / %2 ballots – %3</translation>
    </message>
    <message>
        <source>Ảnh phiếu có nét chữ của đại biểu nên chỉ Ban kiểm phiếu và người giám sát được xem.</source>
        <translation>Pictures of ballots show the delegates&apos; handwriting, so only the counting committee and the supervisor may see them.</translation>
    </message>
    <message>
        <source>Chưa có phiếu nào.</source>
        <translation>No ballots yet.</translation>
    </message>
    <message>
        <source>Không có phiếu nào như vậy.</source>
        <translation>There is no such ballot.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Lọc theo người trong danh sách</source>
        <translation>Filter by candidate</translation>
    </message>
    <message>
        <source>Lọc theo tình trạng phiếu</source>
        <translation>Filter by state of the ballot</translation>
    </message>
    <message>
        <source>Lọc theo quy tắc</source>
        <translation>Filter by rule</translation>
    </message>
    <message>
        <source>Lọc theo lý do</source>
        <translation>Filter by reason</translation>
    </message>
    <message>
        <source>Chọn lượt kiểm</source>
        <translation>Choose the pass</translation>
    </message>
    <message>
        <source>Lọc theo phiếu bầu</source>
        <translation>Filter by vote</translation>
    </message>
</context>
<context>
    <name>BallotsPopup</name>
    <message>
        <source>Kết luận lại phiếu này…</source>
        <translation>Rule on this ballot again…</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>Máy đọc: %1</source>
        <translation>The machine read: %1</translation>
    </message>
    <message>
        <source>Hiện nay: %1</source>
        <translation>Now: %1</translation>
    </message>
    <message>
        <source>→ Nếu ghi: %1</source>
        <translation>→ If recorded: %1</translation>
    </message>
</context>
<context>
    <name>CandidateList</name>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Gõ họ và tên rồi bấm Enter</source>
        <translation>Type the full name, then press Enter</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Nhập tệp…</source>
        <translation>Import a file…</translation>
    </message>
    <message>
        <source>Nhập danh sách từ tệp CSV, XLSX</source>
        <translation>Import a list from a CSV or XLSX file</translation>
    </message>
    <message>
        <source>Xếp theo tên</source>
        <translation>Sort by name</translation>
    </message>
    <message>
        <source>Xếp theo tên, vần A, B, C</source>
        <translation>Sort by given name, alphabetically</translation>
    </message>
    <message>
        <source>Xuất…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Xuất danh sách ra tệp CSV</source>
        <translation>Export the list as a CSV file</translation>
    </message>
    <message>
        <source>Chưa có ai trong danh sách. Gõ tên ở trên, hoặc nhập từ tệp.</source>
        <translation>Nobody is on the list yet. Type a name above, or import a file.</translation>
    </message>
    <message>
        <source>Người này chưa có trong danh sách: bấm “Thêm”, hoặc xóa đi.</source>
        <translation>This person is not in the list yet: press “Add”, or clear the field.</translation>
    </message>
</context>
<context>
    <name>CandidateRow</name>
    <message>
        <source>Viết thành %1</source>
        <translation>Write it as %1</translation>
    </message>
    <message>
        <source>Sửa họ và tên</source>
        <translation>Change the full name</translation>
    </message>
    <message>
        <source>Lên một dòng</source>
        <translation>Up one line</translation>
    </message>
    <message>
        <source>Xuống một dòng</source>
        <translation>Down one line</translation>
    </message>
    <message>
        <source>Bỏ khỏi danh sách</source>
        <translation>Remove from the list</translation>
    </message>
    <message>
        <source>Đổi</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ghi chú (không in)</source>
        <translation>Note (not printed)</translation>
    </message>
</context>
<context>
    <name>CasesPrompt</name>
    <message>
        <source>Phiếu cần xem: %1, đã kết luận %2</source>
        <translation>Doubtful ballots: %1, ruled on: %2</translation>
    </message>
    <message>
        <source>Ẩn %1 tờ máy để riêng</source>
        <translation>Hide %1 sheets set aside by the machine</translation>
    </message>
    <message>
        <source>Xem cả %1 tờ máy để riêng</source>
        <translation>Show the %1 sheets set aside by the machine too</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Phiếu số %1, %2</source>
        <translation>Ballot number %1, %2</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Kiểm tra máy</source>
        <translation>Check the machine</translation>
    </message>
    <message>
        <source>Làm trước khi phát phiếu, trước mặt mọi người. Phiếu thử không bao giờ vào số liệu kiểm phiếu.</source>
        <translation>Done before ballots are issued, in front of everybody. Test ballots never enter the figures of the count.</translation>
    </message>
    <message>
        <source>Cuộc bầu này đã có phiếu nên không lập được biên bản số không nữa.</source>
        <translation>This contest already has ballots, so the zero report can no longer be made.</translation>
    </message>
    <message>
        <source>Đang chạy thử…</source>
        <translation>Testing…</translation>
    </message>
    <message>
        <source>Chạy thử lại</source>
        <translation>Test again</translation>
    </message>
    <message>
        <source>Chạy thử</source>
        <translation>Run the test</translation>
    </message>
    <message>
        <source>Đang quét…</source>
        <translation>Scanning…</translation>
    </message>
    <message>
        <source>Quét thử một tờ</source>
        <translation>Scan one sheet as a test</translation>
    </message>
    <message>
        <source>Lập biên bản số không</source>
        <translation>Make the zero report</translation>
    </message>
    <message>
        <source>Lưu tệp PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Đã lưu vào %1. Hãy in ra, ký và giữ cùng biên bản.</source>
        <translation>Saved to %1. Print it, sign it and keep it with the minutes.</translation>
    </message>
    <message>
        <source>1. Đọc thử xấp phiếu</source>
        <translation>1. Read a test deck</translation>
    </message>
    <message>
        <source>2. Thử máy quét</source>
        <translation>2. Test the scanner</translation>
    </message>
    <message>
        <source>3. Biên bản số không</source>
        <translation>3. Zero report</translation>
    </message>
    <message>
        <source> – đã xong</source>
        <translation> – done</translation>
    </message>
    <message>
        <source>Lưu biên bản số không</source>
        <translation>Save the zero report</translation>
    </message>
    <message>
        <source>bien-ban-so-khong-%1.pdf</source>
        <translation>zero-report-%1.pdf</translation>
    </message>
    <message>
        <source>Thẻ công việc…</source>
        <translation>Role cards…</translation>
    </message>
    <message>
        <source>Lưu thẻ công việc</source>
        <translation>Save the role cards</translation>
    </message>
    <message>
        <source>Đồng chí xem được màn hình này; chạy thử máy do Ban kiểm phiếu hoặc nhân viên kỹ thuật làm.</source>
        <translation>You may look at this screen; the machine is rehearsed by the committee or technical staff.</translation>
    </message>
    <message>
        <source>Đồng chí xem được màn hình này; lập, in và lưu văn bản do Ban kiểm phiếu, nhân viên kỹ thuật hoặc thư ký làm.</source>
        <translation>You may look at this screen; papers are made, printed and saved by the committee, technical staff or the secretary.</translation>
    </message>
</context>
<context>
    <name>CheckPart</name>
    <message>
        <source>Chọn một gói lưu trữ (.kpz), một tệp đại hội, một biên bản PDF, hoặc ảnh chụp các trang biên bản. Chương trình tính lại từ đầu và nói chỗ nào không đúng; không sửa gì.</source>
        <translation>Choose an archive package (.kpz), a congress file, minutes as PDF, or photos of the pages of the minutes. The program computes everything again from the start and says what is not right; it changes nothing.</translation>
    </message>
    <message>
        <source>Số phiếu đã ký trong mã</source>
        <translation>Votes signed in the code</translation>
    </message>
    <message>
        <source>số %1 trên phiếu</source>
        <translation>number %1 on the ballot</translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>đã xong: </source>
        <translation>done: </translation>
    </message>
    <message>
        <source>chưa xong: </source>
        <translation>not done: </translation>
    </message>
    <message>
        <source>Việc còn lại (R-37)</source>
        <translation>Still to do (R-37)</translation>
    </message>
</context>
<context>
    <name>ChoiceButtons</name>
    <message>
        <source>Phím %1: %2</source>
        <translation>Key %1: %2</translation>
    </message>
    <message>
        <source>, đã chọn</source>
        <translation>, chosen</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Mã xác thực</source>
        <translation>Verification code</translation>
    </message>
    <message>
        <source>Mã ngắn %1</source>
        <translation>Short code %1</translation>
    </message>
    <message>
        <source>Ô mã vuông trên mỗi trang ghi lại toàn bộ kết quả kèm chữ ký số, nên sửa một con số trên giấy là phát hiện được ngay. Mã ngắn này phải giống nhau trên mọi trang, mọi bản; muốn kiểm tra, chụp ảnh biên bản rồi đưa vào bước “Lưu trữ”.</source>
        <translation>The square code on each page holds the whole result with a digital signature, so a changed figure on paper is found at once. This short code must be the same on all pages of all copies; to check, photograph the minutes and give the photos to the step “Archive”.</translation>
    </message>
</context>
<context>
    <name>CommitteePanel</name>
    <message>
        <source>Họ và tên người thêm vào</source>
        <translation>Full name of the person to add</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Chưa có ai. Hãy thêm Trưởng ban kiểm phiếu trước.</source>
        <translation>Nobody yet. Add the head of the counting committee first.</translation>
    </message>
    <message>
        <source> (đang đăng nhập)</source>
        <translation> (signed in)</translation>
    </message>
    <message>
        <source>Đổi mã</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>Đặt mã</source>
        <translation>Set a PIN</translation>
    </message>
    <message>
        <source>%1 cho %2</source>
        <translation>%1 for %2</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Bỏ %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Bỏ %1 khỏi danh sách?</source>
        <translation>Remove %1 from the list?</translation>
    </message>
    <message>
        <source>Người này không còn trong Ban kiểm phiếu và tổ giúp việc; mã cá nhân cũng bị xóa. Những việc đã làm vẫn còn trong nhật ký.</source>
        <translation>This person will no longer be in the counting committee or its staff, and the PIN is deleted. What was done stays in the journal.</translation>
    </message>
    <message>
        <source>Bỏ khỏi danh sách</source>
        <translation>Remove from the list</translation>
    </message>
    <message>
        <source>Giới thiệu…</source>
        <translation>Introduced by…</translation>
    </message>
    <message>
        <source>Ghi ai giới thiệu %1</source>
        <translation>Enter who introduced %1</translation>
    </message>
    <message>
        <source>Hai người cùng thay đổi Ban kiểm phiếu</source>
        <translation>Two people change the committee</translation>
    </message>
    <message>
        <source>Đã đọc phiếu nên thay đổi Ban kiểm phiếu và tổ giúp việc phải có hai người của Ban kiểm phiếu, trong đó có Trưởng ban. Nhật ký ghi tên từng người được thêm hoặc bỏ.</source>
        <translation>Ballots were read, so changing the committee or its staff takes two of the committee, the head among them. The journal names everybody added or taken out.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Đối chiếu các lượt kiểm</source>
        <translation>Compare the passes</translation>
    </message>
    <message>
        <source>Bắt đầu lượt 2: quét</source>
        <translation>Start pass 2: scan</translation>
    </message>
    <message>
        <source>Kết luận phiếu chờ</source>
        <translation>Rule on waiting ballots</translation>
    </message>
    <message>
        <source>Sang kết quả</source>
        <translation>On to the result</translation>
    </message>
    <message>
        <source>Xem lại các phiếu</source>
        <translation>Look at the ballots again</translation>
    </message>
    <message>
        <source>Lượt 2: nhập bằng bàn phím</source>
        <translation>Pass 2: key in</translation>
    </message>
    <message>
        <source>Quét lại</source>
        <translation>Scan again</translation>
    </message>
    <message>
        <source>%1 chỗ khác nhau</source>
        <translation>Differences: %1</translation>
    </message>
    <message>
        <source>Lượt %1</source>
        <translation>Pass %1</translation>
    </message>
    <message>
        <source>%1 – lượt %2</source>
        <translation>%1 – pass %2</translation>
    </message>
    <message>
        <source>Phiếu số %1 – lượt %2</source>
        <translation>Ballot %1 – pass %2</translation>
    </message>
    <message>
        <source>Phiếu trong lượt %1</source>
        <translation>Ballot in pass %1</translation>
    </message>
    <message>
        <source>%1 chỗ tiếp theo</source>
        <translation>Next %1 differences</translation>
    </message>
</context>
<context>
    <name>CompareRow</name>
    <message>
        <source>= khớp</source>
        <translation>= agree</translation>
    </message>
    <message>
        <source>≠ khác</source>
        <translation>≠ differ</translation>
    </message>
</context>
<context>
    <name>CongressPage</name>
    <message>
        <source>Đại hội</source>
        <translation>Congress</translation>
    </message>
    <message>
        <source>Những gì sẽ ghi trên biên bản và phiếu.</source>
        <translation>What will stand on the minutes and the ballots.</translation>
    </message>
    <message>
        <source>Ban kiểm phiếu và tổ giúp việc, mỗi người một mã cá nhân.</source>
        <translation>The counting committee and its staff, each with a PIN of their own.</translation>
    </message>
    <message>
        <source>Số được triệu tập và các diện giảm trừ; máy tính số dùng để xác định kết quả bầu.</source>
        <translation>The number convened and the deductions; the program works out the base for the result.</translation>
    </message>
    <message>
        <source>Chưa có Trưởng ban kiểm phiếu. Hãy thêm Trưởng ban trước khi kiểm phiếu.</source>
        <translation>There is no head of the counting committee yet. Add the head before counting.</translation>
    </message>
    <message>
        <source>Nhập số liệu</source>
        <translation>Enter figures</translation>
    </message>
    <message>
        <source>Tiếp: Cuộc bầu</source>
        <translation>Next: Contests</translation>
    </message>
    <message>
        <source>Nhập từ tệp CSV, XLSX…</source>
        <translation>Import from CSV, XLSX…</translation>
    </message>
    <message>
        <source>Xuất danh sách…</source>
        <translation>Export the list…</translation>
    </message>
    <message>
        <source>Nhập từ danh sách đại biểu…</source>
        <translation>Import from the list of delegates…</translation>
    </message>
    <message>
        <source>Sửa thông tin…</source>
        <translation>Change details…</translation>
    </message>
    <message>
        <source>Xuất khai báo đại hội…</source>
        <translation>Export the congress definition…</translation>
    </message>
    <message>
        <source>Thông tin</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Ban kiểm phiếu (%1)</source>
        <translation>Counting committee (%1)</translation>
    </message>
    <message>
        <source>Triệu tập, giảm trừ</source>
        <translation>Convened, deductions</translation>
    </message>
    <message>
        <source>Chọn danh sách Ban kiểm phiếu</source>
        <translation>Choose the list of the counting committee</translation>
    </message>
    <message>
        <source>Chọn danh sách đại biểu, đảng viên</source>
        <translation>Choose the list of delegates or members</translation>
    </message>
    <message>
        <source>Thêm vào danh sách</source>
        <translation>Add to the list</translation>
    </message>
    <message>
        <source>Dùng số liệu này</source>
        <translation>Use these figures</translation>
    </message>
    <message>
        <source>Thay cả danh sách</source>
        <translation>Replace the whole list</translation>
    </message>
    <message>
        <source>Lưu danh sách Ban kiểm phiếu</source>
        <translation>Save the list of the counting committee</translation>
    </message>
    <message>
        <source>Lưu khai báo đại hội</source>
        <translation>Save the congress definition</translation>
    </message>
    <message>
        <source>Hai người cùng quyết định</source>
        <translation>Two people decide</translation>
    </message>
    <message>
        <source>Đã đọc phiếu nên thay đổi số liệu đã ghi hoặc Ban kiểm phiếu phải có hai người của Ban kiểm phiếu, trong đó có Trưởng ban. Nhật ký và biên bản ghi lại.</source>
        <translation>Ballots were read, so changing figures already entered or the committee takes two of the committee, the head among them. Journal and minutes keep it.</translation>
    </message>
    <message>
        <source>Thay cả danh sách Ban kiểm phiếu?</source>
        <translation>Replace the whole committee?</translation>
    </message>
    <message>
        <source>Không ai trong danh sách hiện nay bị bỏ.</source>
        <translation>Nobody in the list now is taken out.</translation>
    </message>
    <message>
        <source>Những người không có trong tệp sẽ bị bỏ, mã cá nhân của họ cũng bị xóa: %1. Việc đã làm vẫn còn trong nhật ký.</source>
        <translation>Those who are not in the file are taken out, and their PINs with them: %1. What they did stays in the journal.</translation>
    </message>
    <message>
        <source>Đồng chí xem được màn hình này; ghi số liệu do Trưởng ban hoặc ủy viên Ban kiểm phiếu làm.</source>
        <translation>You may look at this screen; figures are entered by the head or members of the committee.</translation>
    </message>
    <message>
        <source>Đồng chí xem được màn hình này; sửa thông tin và danh sách do Ban kiểm phiếu hoặc nhân viên kỹ thuật làm.</source>
        <translation>You may look at this screen; details and lists are changed by the committee or technical staff.</translation>
    </message>
</context>
<context>
    <name>ContestForm</name>
    <message>
        <source>Tên cuộc bầu, in trên phiếu</source>
        <translation>Title of the contest, printed on the ballot</translation>
    </message>
    <message>
        <source>Bầu chức danh</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Số lượng cần bầu</source>
        <translation>Number of seats</translation>
    </message>
    <message>
        <source>Loại phiếu</source>
        <translation>Kind of ballot</translation>
    </message>
    <message>
        <source>Khổ giấy</source>
        <translation>Paper size</translation>
    </message>
    <message>
        <source>A4 (210 × 297 mm)</source>
        <translation>A4 (210 × 297 mm)</translation>
    </message>
    <message>
        <source>A5 (148 × 210 mm)</source>
        <translation>A5 (148 × 210 mm)</translation>
    </message>
    <message>
        <source>Mã in trên phiếu</source>
        <translation>Code printed on the ballot</translation>
    </message>
    <message>
        <source>Mọi phiếu giống nhau (giữ kín tuyệt đối)</source>
        <translation>All ballots alike (full secrecy)</translation>
    </message>
    <message>
        <source>Mỗi phiếu một mã ngẫu nhiên (chống phiếu giả)</source>
        <translation>A random code on each ballot (against forged ballots)</translation>
    </message>
    <message>
        <source>Chỉ dùng khi đại hội đồng ý: phiếu được in theo thứ tự xáo trộn, không ai biết mã nào phát cho ai.</source>
        <translation>Only when the congress agrees: ballots are printed in shuffled order, and nobody knows who was given which code.</translation>
    </message>
    <message>
        <source>Số lượt kiểm toàn bộ phiếu (R-36)</source>
        <translation>How often all ballots are counted (R-36)</translation>
    </message>
</context>
<context>
    <name>ContestList</name>
    <message>
        <source>Đang thêm…</source>
        <translation>Adding…</translation>
    </message>
    <message>
        <source>+ Thêm cuộc bầu</source>
        <translation>+ Add a contest</translation>
    </message>
</context>
<context>
    <name>ContestPage</name>
    <message>
        <source>Cuộc bầu</source>
        <translation>Contests</translation>
    </message>
    <message>
        <source>Thêm cuộc bầu đầu tiên, hoặc lập đại hội từ tệp khai báo.</source>
        <translation>Add the first contest, or set up the congress from a definition file.</translation>
    </message>
    <message>
        <source>Hãy ghi tên cuộc bầu, số lượng cần bầu, rồi đưa danh sách bầu cử vào.</source>
        <translation>Give the contest a title and the number of seats, then put in the list of candidates.</translation>
    </message>
    <message>
        <source>Lưu cuộc bầu</source>
        <translation>Save the contest</translation>
    </message>
    <message>
        <source>Tiếp: In phiếu</source>
        <translation>Next: Print ballots</translation>
    </message>
    <message>
        <source>Thôi, không thêm</source>
        <translation>Cancel, do not add</translation>
    </message>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Bỏ cuộc bầu này</source>
        <translation>Remove this contest</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Danh sách (%1)</source>
        <translation>Candidates (%1)</translation>
    </message>
    <message>
        <source>Chọn danh sách bầu cử</source>
        <translation>Choose the list of candidates</translation>
    </message>
    <message>
        <source>Thêm vào danh sách</source>
        <translation>Add to the list</translation>
    </message>
    <message>
        <source>Thay cả danh sách</source>
        <translation>Replace the whole list</translation>
    </message>
    <message>
        <source>Lưu danh sách bầu cử</source>
        <translation>Save the list of candidates</translation>
    </message>
    <message>
        <source>Bỏ cuộc bầu “%1”?</source>
        <translation>Remove the contest “%1”?</translation>
    </message>
    <message>
        <source>Cuộc bầu và danh sách bầu cử của nó không còn trong tệp đại hội. Phiếu đã in cho cuộc bầu này sẽ không đọc được nữa.</source>
        <translation>The contest and its list of candidates will be gone from the congress file. Ballots printed for it can no longer be read.</translation>
    </message>
    <message>
        <source>Bỏ cuộc bầu</source>
        <translation>Remove the contest</translation>
    </message>
    <message>
        <source>Chưa lưu thay đổi</source>
        <translation>Changes not saved</translation>
    </message>
    <message>
        <source>Những thay đổi của “%1” chưa được lưu và sẽ mất nếu chuyển sang cuộc bầu khác.</source>
        <translation>The changes to “%1” are not saved and will be lost when you go to another contest.</translation>
    </message>
    <message>
        <source>Thêm cuộc bầu</source>
        <translation>Add a contest</translation>
    </message>
    <message>
        <source>Kiểm %1 lượt?</source>
        <translation>Count %1 times?</translation>
    </message>
    <message>
        <source>Cuộc bầu này đã nhận phiếu, nên đổi số lượt kiểm phải do hai người của Ban kiểm phiếu quyết định, trong đó có Trưởng ban. Nhật ký ghi lại.</source>
        <translation>Ballots of this contest were taken in, so changing the number of passes takes two of the committee, the head among them. The journal keeps it.</translation>
    </message>
    <message>
        <source>Hai người cùng thay đổi cuộc bầu</source>
        <translation>Two people change the contests</translation>
    </message>
    <message>
        <source>Đã đọc phiếu của cuộc bầu cùng chức danh, hoặc của cuộc bầu chỉ chốt được sau cuộc bầu này, nên thêm, sửa hay bỏ nó phải có hai người của Ban kiểm phiếu, trong đó có Trưởng ban (R-31). Nhật ký ghi lại.</source>
        <translation>Ballots of a contest for the same office, or of one that can only be closed after this one, were read, so adding, changing or removing it takes two of the committee, the head among them (R-31). The journal keeps it.</translation>
    </message>
    <message>
        <source>Lưu số lượng này?</source>
        <translation>Save this number?</translation>
    </message>
    <message>
        <source>Hãy so lại với nghị quyết của đại hội: số lượng cần bầu hay danh sách có thể ghi nhầm.</source>
        <translation>Compare with what the congress decided: the number to elect or the list may be wrong.</translation>
    </message>
    <message>
        <source>Đúng, lưu cuộc bầu</source>
        <translation>It is right, save the contest</translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message>
        <source>Đã nhận %1 tờ, %2</source>
        <translation>Sheets taken in: %1, %2</translation>
    </message>
    <message>
        <source>tờ phiếu đã nhận</source>
        <translation>sheets taken in</translation>
    </message>
    <message>
        <source>✓ Đủ số phiếu thu về</source>
        <translation>✓ All returned ballots are there</translation>
    </message>
    <message>
        <source>⚠ Nhiều hơn số phiếu thu về</source>
        <translation>⚠ More than the ballots returned</translation>
    </message>
    <message>
        <source>phiếu đã đọc xong</source>
        <translation>ballots read</translation>
    </message>
    <message>
        <source>chờ Ban kiểm phiếu xem</source>
        <translation>waiting for the committee</translation>
    </message>
    <message>
        <source>tờ quét lại, không tính</source>
        <translation>scanned again, not counted</translation>
    </message>
    <message>
        <source>tờ để riêng, không là phiếu</source>
        <translation>set aside, not ballots</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>ví dụ %1</source>
        <translation>for example %1</translation>
    </message>
</context>
<context>
    <name>DefinitionCard</name>
    <message>
        <source>Chưa có ai trong Ban kiểm phiếu.</source>
        <translation>Nobody is in the counting committee yet.</translation>
    </message>
    <message>
        <source>Ban kiểm phiếu và tổ giúp việc: %1 người.</source>
        <translation>Counting committee and staff: %1 people.</translation>
    </message>
    <message>
        <source>%1. %2 – %3 người, bầu %4</source>
        <translation>%1. %2 – %3 candidates, %4 seats</translation>
    </message>
    <message>
        <source>Người lập tệp này (họ và tên đồng chí)</source>
        <translation>Who sets up this file (your full name)</translation>
    </message>
    <message>
        <source>Vai trò của người lập tệp</source>
        <translation>Role of the person who sets up the file</translation>
    </message>
    <message>
        <source>Tên tệp đại hội sẽ tạo</source>
        <translation>Name of the congress file to make</translation>
    </message>
</context>
<context>
    <name>DoubtPanel</name>
    <message>
        <source>Cùng kết luận: %1 và %2</source>
        <translation>Ruling together: %1 and %2</translation>
    </message>
    <message>
        <source>Kết thúc phiên</source>
        <translation>End the series</translation>
    </message>
</context>
<context>
    <name>DoubtSheet</name>
    <message>
        <source>Ảnh phiếu có nét chữ của đại biểu nên chỉ Ban kiểm phiếu và người giám sát được xem.</source>
        <translation>Pictures of ballots show the delegates&apos; handwriting, so only the counting committee and the supervisor may see them.</translation>
    </message>
</context>
<context>
    <name>DrawnRow</name>
    <message>
        <source>Phiếu này được kết luận lại sau khi so: hãy so lại trong lượt mới.</source>
        <translation>This ballot was ruled on again after it was compared: compare it again in a new round.</translation>
    </message>
    <message>
        <source>Ảnh</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Xem ảnh phiếu số %1</source>
        <translation>See the picture of ballot number %1</translation>
    </message>
    <message>
        <source>Khớp</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>Khác</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>Không thấy</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>≠ Khác – chưa ghi</source>
        <translation>≠ Differs – not written yet</translation>
    </message>
    <message>
        <source>? Không thấy – chưa ghi</source>
        <translation>? Not found – not written yet</translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation>Write down</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Số liệu phiếu</source>
        <translation>Ballot figures</translation>
    </message>
    <message>
        <source>Ghi số đại biểu trước khi phát phiếu; ghi số phiếu thu về sau khi mở hòm và đếm bằng tay.</source>
        <translation>Enter the delegates before ballots are issued, and the ballots returned once the box is open and they are counted by hand.</translation>
    </message>
    <message>
        <source>Cuộc bầu này đã chốt kết quả; số liệu không sửa được nữa.</source>
        <translation>This contest is closed; its figures can no longer be changed.</translation>
    </message>
    <message>
        <source>Đồng chí xem được màn hình này; ghi số liệu do Trưởng ban hoặc ủy viên Ban kiểm phiếu làm.</source>
        <translation>You may see this screen; figures are entered by the head or a member of the counting committee.</translation>
    </message>
    <message>
        <source>Lưu số liệu</source>
        <translation>Save figures</translation>
    </message>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Đã lưu số liệu.</source>
        <translation>Figures saved.</translation>
    </message>
    <message>
        <source>Vắng mặt: %1</source>
        <translation>Absent: %1</translation>
    </message>
    <message>
        <source>Số làm căn cứ: %1</source>
        <translation>Base: %1</translation>
    </message>
    <message>
        <source>Phiếu</source>
        <translation>Ballots</translation>
    </message>
    <message>
        <source>Người dự</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Giảm trừ</source>
        <translation>Deductions</translation>
    </message>
    <message>
        <source>Tiếp: Quét phiếu</source>
        <translation>Next: Scan ballots</translation>
    </message>
    <message>
        <source>Ghi việc này vào nhật ký</source>
        <translation>Write this into the journal</translation>
    </message>
    <message>
        <source>Hai người cùng sửa số liệu</source>
        <translation>Two people change the figures</translation>
    </message>
    <message>
        <source>Đã đọc phiếu của cuộc bầu này nên sửa số liệu đã ghi phải có hai người của Ban kiểm phiếu, trong đó có Trưởng ban. Biên bản sẽ ghi số liệu đã sửa sau khi đọc phiếu.</source>
        <translation>Ballots of this contest were read, so changing figures already entered takes two of the committee, the head among them. The minutes will say that figures were changed after ballots were read.</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Chưa có cuộc bầu nào. Hãy thêm cuộc bầu trước, rồi nhập số liệu.</source>
        <translation>There is no contest yet. Add a contest first, then enter the figures.</translation>
    </message>
    <message>
        <source>Cuộc bầu đang chọn đã chốt kết quả; số liệu của cuộc bầu đó không đổi nữa.</source>
        <translation>The chosen contest is closed; its figures do not change any more.</translation>
    </message>
    <message>
        <source>Số được triệu tập (chính thức)</source>
        <translation>Number convened (official)</translation>
    </message>
    <message>
        <source>Trừ: %1</source>
        <translation>Minus: %1</translation>
    </message>
    <message>
        <source>Số dùng để xác định kết quả bầu (%1)</source>
        <translation>Base for the result (%1)</translation>
    </message>
    <message>
        <source>Dùng cho mọi cuộc bầu chưa chốt</source>
        <translation>Use for all contests not yet closed</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Thư mục %1</source>
        <translation>Folder %1</translation>
    </message>
    <message>
        <source>Tệp %1, %2</source>
        <translation>File %1, %2</translation>
    </message>
</context>
<context>
    <name>FilePicker</name>
    <message>
        <source>Lưu vào đây</source>
        <translation>Save here</translation>
    </message>
    <message>
        <source>Chọn thư mục này</source>
        <translation>Choose this folder</translation>
    </message>
    <message>
        <source>Chọn tệp này</source>
        <translation>Choose this file</translation>
    </message>
    <message>
        <source>Lên thư mục trên</source>
        <translation>Up one folder</translation>
    </message>
    <message>
        <source>Đọc lại</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Đang đọc…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Thư mục này không có tệp %1 nào.</source>
        <translation>This folder holds no %1 file.</translation>
    </message>
    <message>
        <source>Thư mục trống.</source>
        <translation>The folder is empty.</translation>
    </message>
    <message>
        <source>Tên tệp</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>Đã có tệp tên này; tệp cũ không bị ghi đè. Hãy đặt tên khác.</source>
        <translation>There is a file of this name; it is not overwritten. Choose another name.</translation>
    </message>
    <message>
        <source>Nơi này chỉ cho đọc, không lưu được. Hãy chọn nơi khác.</source>
        <translation>This place can only be read, nothing can be saved here. Choose another place.</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Thư mục này không có ảnh quét nào.</source>
        <translation>There is no scan in this folder.</translation>
    </message>
    <message>
        <source>Trong này không có thư mục con nào.</source>
        <translation>There is no folder in this one.</translation>
    </message>
    <message>
        <source>Thư mục này có %1 ảnh, tệp quét.</source>
        <translation>Scans in this folder: %1</translation>
    </message>
</context>
<context>
    <name>FilePlaces</name>
    <message>
        <source>Chưa thấy USB. Cắm USB vào, đợi một lúc rồi bấm ⟳.</source>
        <translation>No USB stick found. Plug one in, wait a moment, then press ⟳.</translation>
    </message>
</context>
<context>
    <name>HallWindow</name>
    <message>
        <source>Màn hình hội trường</source>
        <translation>Hall screen</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Cuộc bầu đang làm</source>
        <translation>Contest at hand</translation>
    </message>
    <message>
        <source>Khóa</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>InfoPrompt</name>
    <message>
        <source>Thông tin đại hội</source>
        <translation>Details of the congress</translation>
    </message>
    <message>
        <source>Phiếu đã in trước khi sửa sẽ không đọc được nữa; sửa xong hãy in lại phiếu.</source>
        <translation>Ballots printed before the change can no longer be read; print the ballots again afterwards.</translation>
    </message>
    <message>
        <source>Lưu thông tin</source>
        <translation>Save the details</translation>
    </message>
    <message>
        <source>Tên đại hội (đầy đủ, như ghi trên biên bản)</source>
        <translation>Name of the congress (in full, as on the minutes)</translation>
    </message>
    <message>
        <source>Nơi họp</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Ngày họp (ngày/tháng/năm)</source>
        <translation>Date (day/month/year)</translation>
    </message>
    <message>
        <source>Nhiệm kỳ</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>Quy tắc bầu cử (cho cuộc bầu thêm sau)</source>
        <translation>Election rules (for contests added later)</translation>
    </message>
    <message>
        <source>Cấp trên (dòng đầu, góc trái văn bản)</source>
        <translation>Superior body (first line, top left of papers)</translation>
    </message>
    <message>
        <source>Cơ quan ban hành (dòng đậm, góc trái)</source>
        <translation>Issuing body (bold line, top left)</translation>
    </message>
</context>
<context>
    <name>IntroducePrompt</name>
    <message>
        <source>Ai giới thiệu %1?</source>
        <translation>Who introduced %1?</translation>
    </message>
    <message>
        <source>Nhân viên kỹ thuật phải do tổ chức hoặc người có trách nhiệm giới thiệu và Đoàn Chủ tịch đồng ý (R-35). Cả hai được ghi vào nhật ký và biên bản.</source>
        <translation>Technical staff are introduced by a body or person in charge and approved by the presidium (R-35). Both are written into the journal and the minutes.</translation>
    </message>
    <message>
        <source>Ghi lại</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Người hoặc tổ chức giới thiệu</source>
        <translation>Person or body that introduced them</translation>
    </message>
    <message>
        <source>Người của Đoàn Chủ tịch đã đồng ý</source>
        <translation>Who of the presidium approved</translation>
    </message>
</context>
<context>
    <name>JournalTab</name>
    <message>
        <source>Tìm trong nhật ký</source>
        <translation>Search the journal</translation>
    </message>
    <message>
        <source>Kiểm tra chuỗi nhật ký</source>
        <translation>Verify the journal chain</translation>
    </message>
    <message>
        <source>Đang kiểm tra</source>
        <translation>Verifying</translation>
    </message>
    <message>
        <source>Đang tính lại… %1 giây</source>
        <translation>Computing again… %1 s</translation>
    </message>
    <message>
        <source>%1 / %2 mục</source>
        <translation>%1 / %2 entries</translation>
    </message>
    <message>
        <source>Mã của mục mới nhất: %1</source>
        <translation>Hash of the newest entry: %1</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>KeyInHead</name>
    <message>
        <source>Tôi là người nhập 1</source>
        <translation>I am operator 1</translation>
    </message>
    <message>
        <source>Tôi là người nhập 2</source>
        <translation>I am operator 2</translation>
    </message>
    <message>
        <source>Lượt 1</source>
        <translation>Pass 1</translation>
    </message>
    <message>
        <source>Lượt 2</source>
        <translation>Pass 2</translation>
    </message>
    <message>
        <source>Lượt 3</source>
        <translation>Pass 3</translation>
    </message>
    <message>
        <source>tôi đã nhập</source>
        <translation>keyed by me</translation>
    </message>
    <message>
        <source>người kia</source>
        <translation>the other one</translation>
    </message>
    <message>
        <source>khớp nhau</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>chuyển Ban</source>
        <translation>to committee</translation>
    </message>
    <message>
        <source>phím / phiếu</source>
        <translation>keys / ballot</translation>
    </message>
</context>
<context>
    <name>KeyInJournal</name>
    <message>
        <source>Vừa nhập</source>
        <translation>Just keyed</translation>
    </message>
    <message>
        <source>Hai người nhập lệch, cần nhập lại:</source>
        <translation>Keyed differently, to be keyed again:</translation>
    </message>
    <message>
        <source>Nhập lại phiếu số %1</source>
        <translation>Key ballot number %1 again</translation>
    </message>
    <message>
        <source>Phiếu %1: %2</source>
        <translation>Ballot %1: %2</translation>
    </message>
</context>
<context>
    <name>KeyInPage</name>
    <message>
        <source>Nhập phiếu bằng bàn phím</source>
        <translation>Key in ballots</translation>
    </message>
    <message>
        <source>Hai người nhập độc lập từng phiếu, không xem của nhau. Phiếu nào hai người nhập giống nhau thì được ghi nhận.</source>
        <translation>Two people key in each ballot independently, without seeing each other&apos;s work. A ballot that both keyed alike is recorded.</translation>
    </message>
    <message>
        <source>Chưa nhập số phiếu thu về. Hãy sang bước “Số liệu phiếu” trước.</source>
        <translation>The ballots returned are not entered yet. Go to the step “Ballot figures” first.</translation>
    </message>
    <message>
        <source>Sang Số liệu phiếu</source>
        <translation>Go to Ballot figures</translation>
    </message>
    <message>
        <source>Sang Phiếu cần xem</source>
        <translation>On to Doubtful ballots</translation>
    </message>
    <message>
        <source>Ghi phiếu này</source>
        <translation>Record this ballot</translation>
    </message>
    <message>
        <source>Chuyển Ban kiểm phiếu</source>
        <translation>Send to the committee</translation>
    </message>
    <message>
        <source>Phiếu số %1 / %2</source>
        <translation>Ballot number %1 / %2</translation>
    </message>
    <message>
        <source>Kết quả đã chốt, không nhập thêm được nữa.</source>
        <translation>The count is closed, nothing more can be keyed in.</translation>
    </message>
    <message>
        <source>Đã nhập xong %1 phiếu, hai người khớp nhau.</source>
        <translation>All %1 ballots are keyed in, both people agree.</translation>
    </message>
    <message>
        <source>Người nhập %1 đã nhập hết. Chờ người kia nhập: hãy khóa máy để người đó đăng nhập.</source>
        <translation>Operator %1 has keyed in everything. Wait for the other one: lock the screen so that they can sign in.</translation>
    </message>
    <message>
        <source>Chuyển phiếu %1 cho Ban kiểm phiếu?</source>
        <translation>Hand ballot %1 to the committee?</translation>
    </message>
    <message>
        <source>Hai người thôi nhập phiếu này. Ban kiểm phiếu xem tờ giấy và kết luận ở bước “Phiếu cần xem”.</source>
        <translation>The two operators stop keying this ballot. The committee looks at the paper and rules on it in the step “Doubtful ballots”.</translation>
    </message>
</context>
<context>
    <name>KeyboardPanel</name>
    <message>
        <source>Telex: bật</source>
        <translation>Telex: on</translation>
    </message>
    <message>
        <source>Telex: tắt</source>
        <translation>Telex: off</translation>
    </message>
    <message>
        <source>Ẩn bàn phím ▾</source>
        <translation>Hide keyboard ▾</translation>
    </message>
    <message>
        <source>Ẩn bàn phím</source>
        <translation>Hide keyboard</translation>
    </message>
</context>
<context>
    <name>KnownFiles</name>
    <message>
        <source>Máy này chưa có đại hội nào. Hãy lập đại hội mới, hoặc mở tệp từ USB.</source>
        <translation>There is no congress on this computer yet. Set up a new one, or open a file from a USB stick.</translation>
    </message>
    <message>
        <source>%1 cuộc bầu</source>
        <translation>Contests: %1</translation>
    </message>
    <message>
        <source>Sửa lần cuối</source>
        <translation>Last changed</translation>
    </message>
</context>
<context>
    <name>LearnCard</name>
    <message>
        <source>Phiếu in sẵn ở nơi khác</source>
        <translation>Ballots printed elsewhere</translation>
    </message>
    <message>
        <source>✓ Cuộc bầu này dùng phiếu in sẵn; máy đọc theo mẫu đã nhận từ phiếu trắng.</source>
        <translation>✓ This contest uses ballots printed elsewhere; they are read by the form learned from a blank.</translation>
    </message>
    <message>
        <source>Nếu đại hội dùng phiếu do nơi khác in, máy nhận mẫu từ một tờ phiếu trắng, rồi đồng chí so từng dòng trước khi dùng.</source>
        <translation>If the congress uses ballots printed elsewhere, the machine learns their form from a blank one; you compare every row before it is used.</translation>
    </message>
    <message>
        <source>Nhận mẫu từ phiếu trắng…</source>
        <translation>Learn the form from a blank…</translation>
    </message>
    <message>
        <source>Bỏ mẫu này…</source>
        <translation>Give this form up…</translation>
    </message>
</context>
<context>
    <name>LearnPopup</name>
    <message>
        <source>Nhận mẫu phiếu in sẵn</source>
        <translation>Learn the form of a printed ballot</translation>
    </message>
    <message>
        <source>Đang tìm các dòng và các ô trên phiếu trắng…</source>
        <translation>Looking for the rows and boxes of the blank…</translation>
    </message>
    <message>
        <source>Hình để so với danh sách hiện ở đây.</source>
        <translation>The picture to compare with the list appears here.</translation>
    </message>
    <message>
        <source>Tệp phiếu trắng: %1</source>
        <translation>Files of the blank: %1</translation>
    </message>
    <message>
        <source>Hãy so từng dòng: số và tên màu đỏ phải đứng cạnh đúng tên in trên phiếu, khung đỏ phải nằm đúng chỗ cử tri đánh dấu.</source>
        <translation>Compare every row: the red number and name must stand beside the same name on the ballot, the red frame where the voter marks.</translation>
    </message>
    <message>
        <source>Trang %1 · %2. %3 – chữ in khớp %4 %</source>
        <translation>Page %1 · %2. %3 – print agrees %4 %</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Thêm trang sau…</source>
        <translation>Add the next page…</translation>
    </message>
    <message>
        <source>Đúng, dùng mẫu này</source>
        <translation>It is right, use this form</translation>
    </message>
    <message>
        <source>Chọn nhầm tệp thì bấm “Chọn lại tệp…”. Phiếu có nhiều trang thì bấm “Thêm trang sau…” rồi chọn tệp của trang kế tiếp.</source>
        <translation>If a wrong file was chosen, press “Choose files again…”. Where the ballot has several pages, press “Add the next page…” and choose the file of the page that follows.</translation>
    </message>
    <message>
        <source>Chọn lại tệp…</source>
        <translation>Choose files again…</translation>
    </message>
</context>
<context>
    <name>LearnedPages</name>
    <message>
        <source>Mẫu phiếu, trang %1/%2</source>
        <translation>Form of the ballot, page %1/%2</translation>
    </message>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Trang %1/%2</source>
        <translation>Page %1/%2</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Larger</translation>
    </message>
</context>
<context>
    <name>LeavePrompt</name>
    <message>
        <source>Rời chương trình?</source>
        <translation>Leave the program?</translation>
    </message>
    <message>
        <source>Chương trình đóng lại và máy về hệ điều hành. Mọi việc đã làm đều còn trong tệp đại hội. Việc này của nhân viên kỹ thuật, có ghi nhật ký.</source>
        <translation>The program closes and the machine goes back to its operating system. Everything done stays in the congress file. This is for technical staff and is journalled.</translation>
    </message>
    <message>
        <source>Chương trình đóng lại và máy về hệ điều hành. Mọi việc đã làm đều còn trong tệp đại hội. Máy này chưa đặt mã kỹ thuật nên ai cũng rời được.</source>
        <translation>The program closes and the machine goes back to its operating system. Everything done stays in the congress file. No technician&apos;s PIN is set on this machine, so anybody can leave.</translation>
    </message>
    <message>
        <source>Rời chương trình</source>
        <translation>Leave the program</translation>
    </message>
    <message>
        <source>Nhập mã của</source>
        <translation>PIN of</translation>
    </message>
</context>
<context>
    <name>ListPreview</name>
    <message>
        <source>Xem trước: %1</source>
        <translation>Preview: %1</translation>
    </message>
    <message>
        <source>Đang đọc tệp…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>Không đọc được tệp</source>
        <translation>The file could not be read</translation>
    </message>
    <message>
        <source>Số liệu đề xuất: %1</source>
        <translation>Proposed figures: %1</translation>
    </message>
    <message>
        <source>Chỉ xem dòng cần chú ý</source>
        <translation>Show only rows that need attention</translation>
    </message>
    <message>
        <source>Viết hoa họ tên như gợi ý</source>
        <translation>Capitalise names as proposed</translation>
    </message>
    <message>
        <source>Xếp theo tên A, B, C</source>
        <translation>Sort by given name</translation>
    </message>
    <message>
        <source>Không có dòng nào cần chú ý.</source>
        <translation>No row needs attention.</translation>
    </message>
    <message>
        <source>Tệp không có dòng nào.</source>
        <translation>The file has no rows.</translation>
    </message>
    <message>
        <source>Dòng %1, %2: %3. %4</source>
        <translation>Row %1, %2: %3. %4</translation>
    </message>
    <message>
        <source>Thôi, không nhập</source>
        <translation>Cancel, do not import</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Hai lần gõ không giống nhau. Chưa đặt mã nào. Hãy gõ lại từ đầu.</source>
        <translation>The two entries differ. No PIN was set. Please start again.</translation>
    </message>
    <message>
        <source>Hãy chạm vào tên của đồng chí.</source>
        <translation>Touch your name.</translation>
    </message>
    <message>
        <source>Tệp đại hội khác</source>
        <translation>Another congress file</translation>
    </message>
    <message>
        <source> · chưa có mã</source>
        <translation> · no PIN yet</translation>
    </message>
    <message>
        <source>Hãy nhập mã cá nhân.</source>
        <translation>Enter your PIN.</translation>
    </message>
    <message>
        <source>Chưa có mã: hãy đặt mã mới, ít nhất 4 chữ số.</source>
        <translation>No PIN yet: choose a new one, at least 4 digits.</translation>
    </message>
    <message>
        <source>Hãy gõ lại mã vừa đặt.</source>
        <translation>Type the same PIN again.</translation>
    </message>
    <message>
        <source>Người khác</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Thoát…</source>
        <translation>Leave…</translation>
    </message>
    <message>
        <source>Rời chương trình</source>
        <translation>Leave the program</translation>
    </message>
    <message>
        <source>Mời Trưởng ban kiểm phiếu %1 nhập mã của mình để đồng ý.</source>
        <translation>The head of the counting committee, %1, now types the own PIN to agree.</translation>
    </message>
    <message>
        <source>Mã đầu tiên của đồng chí cần Trưởng ban kiểm phiếu (%1) đồng ý. Đồng chí đặt mã trước, sau đó mời Trưởng ban nhập mã của mình ngay tại đây.</source>
        <translation>Your first PIN needs the consent of the head of the counting committee (%1). Set your PIN first, then ask the head to type the own PIN right here.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Kiểm Phiếu</source>
        <translation>Kiểm Phiếu</translation>
    </message>
    <message>
        <source>Chưa lưu</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Bỏ, không lưu</source>
        <translation>Leave without saving</translation>
    </message>
</context>
<context>
    <name>MinutesPage</name>
    <message>
        <source>Biên bản: %1</source>
        <translation>Minutes: %1</translation>
    </message>
    <message>
        <source>In %1 bản</source>
        <translation>Print, copies: %1</translation>
    </message>
    <message>
        <source>Lưu ra USB…</source>
        <translation>Save to USB…</translation>
    </message>
    <message>
        <source>Đang lập văn bản…</source>
        <translation>Making the paper…</translation>
    </message>
    <message>
        <source>Lưu %1 vào đâu?</source>
        <translation>Where should %1 be saved?</translation>
    </message>
    <message>
        <source>Lưu vào đây</source>
        <translation>Save here</translation>
    </message>
    <message>
        <source>Đồng chí xem được màn hình này; lập, in và lưu văn bản do Ban kiểm phiếu, nhân viên kỹ thuật hoặc thư ký làm.</source>
        <translation>You may look at this screen; papers are made, printed and saved by the committee, technical staff or the secretary.</translation>
    </message>
</context>
<context>
    <name>NewCongress</name>
    <message>
        <source>Điền biểu mẫu</source>
        <translation>Fill in the form</translation>
    </message>
    <message>
        <source>Từ tệp khai báo (JSON)</source>
        <translation>From a definition file (JSON)</translation>
    </message>
    <message>
        <source>Tệp khai báo do cấp trên gửi hoặc xuất từ máy khác: có tên đại hội, Ban kiểm phiếu, các cuộc bầu và danh sách bầu cử.</source>
        <translation>A definition file is sent by the superior body or exported from another computer: it holds the congress, the counting committee, the contests and the lists of candidates.</translation>
    </message>
    <message>
        <source>Chọn tệp khai báo đại hội</source>
        <translation>Choose the congress definition</translation>
    </message>
</context>
<context>
    <name>NewCongressForm</name>
    <message>
        <source>Tên đại hội (đầy đủ, như ghi trên biên bản)</source>
        <translation>Name of the congress (in full, as on the minutes)</translation>
    </message>
    <message>
        <source>Đại hội đại biểu Đảng bộ … lần thứ …</source>
        <translation>Congress of Delegates of the Party Organisation of …, …th term</translation>
    </message>
    <message>
        <source>Nơi họp</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Ngày họp (ngày/tháng/năm)</source>
        <translation>Date (day/month/year)</translation>
    </message>
    <message>
        <source>Nhiệm kỳ</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>Cấp trên (dòng đầu, góc trái văn bản)</source>
        <translation>Superior body (first line, top left of papers)</translation>
    </message>
    <message>
        <source>ĐẢNG BỘ HUYỆN …</source>
        <translation>PARTY ORGANISATION OF THE DISTRICT OF …</translation>
    </message>
    <message>
        <source>Cơ quan ban hành (dòng đậm, góc trái)</source>
        <translation>Issuing body (bold line, top left)</translation>
    </message>
    <message>
        <source>ĐẢNG BỘ XÃ …</source>
        <translation>PARTY ORGANISATION OF THE COMMUNE OF …</translation>
    </message>
    <message>
        <source>Loại đại hội</source>
        <translation>Kind of congress</translation>
    </message>
    <message>
        <source>Đại hội đại biểu</source>
        <translation>Congress of delegates</translation>
    </message>
    <message>
        <source>Đại hội đảng viên</source>
        <translation>Congress of all members</translation>
    </message>
    <message>
        <source>Quy tắc bầu cử</source>
        <translation>Election rules</translation>
    </message>
    <message>
        <source>Người lập tệp này (họ và tên đồng chí)</source>
        <translation>Who sets up this file (your full name)</translation>
    </message>
    <message>
        <source>Vai trò của người lập tệp</source>
        <translation>Role of the person who sets up the file</translation>
    </message>
    <message>
        <source>Tệp sẽ tạo: %1</source>
        <translation>File to be made: %1</translation>
    </message>
    <message>
        <source>tên đại hội</source>
        <translation>name of the congress</translation>
    </message>
    <message>
        <source>ngày họp</source>
        <translation>date</translation>
    </message>
    <message>
        <source>người lập tệp</source>
        <translation>who sets up the file</translation>
    </message>
    <message>
        <source>ví dụ %1</source>
        <translation>for example %1</translation>
    </message>
    <message>
        <source>Còn phải điền: %1. Ban kiểm phiếu và các cuộc bầu được thêm ở hai màn hình tiếp theo.</source>
        <translation>Still to be filled in: %1. Committee and contests are added on the next two screens.</translation>
    </message>
</context>
<context>
    <name>NumberLink</name>
    <message>
        <source>%1: %2, xem các phiếu</source>
        <translation>%1: %2, see the ballots</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Xóa một chữ số</source>
        <translation>Delete one digit</translation>
    </message>
    <message>
        <source>Sang số tiếp theo</source>
        <translation>To the next number</translation>
    </message>
</context>
<context>
    <name>OutputCard</name>
    <message>
        <source>In và lưu</source>
        <translation>Print and save</translation>
    </message>
    <message>
        <source>Số văn bản</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>ghi tay</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>Số bản chính</source>
        <translation>Originals</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Đang tìm máy in…</source>
        <translation>Looking for printers…</translation>
    </message>
    <message>
        <source>Tìm lại máy in</source>
        <translation>Look for printers again</translation>
    </message>
    <message>
        <source>Hủy việc in</source>
        <translation>Cancel printing</translation>
    </message>
</context>
<context>
    <name>PackagePart</name>
    <message>
        <source>1. Gói lưu trữ</source>
        <translation>1. Archive package</translation>
    </message>
    <message>
        <source>Một tệp chứa mọi văn bản, ảnh phiếu, kết luận, kết quả và nhật ký, có chữ ký số. Nơi nào có chương trình này cũng kiểm tra lại được từ đầu đến cuối.</source>
        <translation>One file with all papers, pictures of ballots, rulings, results and the journal, digitally signed. Anybody with this program can check it again from beginning to end.</translation>
    </message>
    <message>
        <source>Mã băm: %1</source>
        <translation>Hash: %1</translation>
    </message>
    <message>
        <source>2. Bản chép: %1 / %2 thiết bị</source>
        <translation>2. Copies: %1 / %2 devices</translation>
    </message>
    <message>
        <source>✓ Đã có đủ bản chép trên hai thiết bị khác nhau. Hãy rút an toàn và cất giữ ở hai nơi.</source>
        <translation>✓ There are copies on two different devices. Remove them safely and keep them in two places.</translation>
    </message>
    <message>
        <source>Cắm USB thứ nhất, bấm “Chép ra thiết bị”; làm lại với USB thứ hai. Mỗi bản được đọc lại từng byte.</source>
        <translation>Plug in the first USB stick and press “Copy to a device”; do the same with a second one. Each copy is read back byte by byte.</translation>
    </message>
    <message>
        <source>Chưa có bản chép nào.</source>
        <translation>No copy yet.</translation>
    </message>
    <message>
        <source>! Các bản dưới đây là của gói cũ, thiếu những việc làm sau đó. Hãy lập gói mới rồi chép lại ra hai thiết bị.</source>
        <translation>! The copies below are of the old package, without what was done since. Make a new package and copy it to two media again.</translation>
    </message>
</context>
<context>
    <name>PageTabs</name>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Văn bản</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>%1, trang %2/%3</source>
        <translation>%1, page %2/%3</translation>
    </message>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Trang %1/%2</source>
        <translation>Page %1/%2</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Vào</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Mã cá nhân, đã gõ %1 chữ số</source>
        <translation>PIN, %1 digits typed</translation>
    </message>
    <message>
        <source>Chờ %1 giây</source>
        <translation>Wait %1 s</translation>
    </message>
    <message>
        <source>Mã cá nhân</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Xóa một chữ số</source>
        <translation>Delete one digit</translation>
    </message>
    <message>
        <source>Mã có ít nhất 4 chữ số</source>
        <translation>A PIN has at least 4 digits</translation>
    </message>
</context>
<context>
    <name>PinPrompt</name>
    <message>
        <source>Hai lần gõ không giống nhau. Mã cũ còn nguyên. Hãy gõ lại từ đầu.</source>
        <translation>The two entries differ. The old PIN is unchanged. Please start again.</translation>
    </message>
    <message>
        <source>Mã cá nhân của %1</source>
        <translation>PIN of %1</translation>
    </message>
    <message>
        <source>Đặt lại mã bị quên cần hai người: %1 và một người nữa. Hãy chọn người thứ hai, người đó gõ mã của mình.</source>
        <translation>Resetting a forgotten PIN takes two people: %1 and one more. Choose the second person, who types their own PIN.</translation>
    </message>
    <message>
        <source>Đặt lại mã bị quên cần hai người của Ban kiểm phiếu đã có mã. Hiện chưa đủ hai người.</source>
        <translation>Resetting a forgotten PIN takes two of the counting committee who have a PIN. There are not two yet.</translation>
    </message>
    <message>
        <source>Gõ mã mới, ít nhất 4 chữ số. Đồng chí %1 tự gõ, không để người khác thấy.</source>
        <translation>Type a new PIN, at least 4 digits. %1 types it alone; nobody else should see it.</translation>
    </message>
    <message>
        <source>Gõ lại mã vừa đặt.</source>
        <translation>Type the same PIN again.</translation>
    </message>
    <message>
        <source>Người thứ hai</source>
        <translation>Second person</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Đã đọc phiếu nên đặt mã đầu tiên cho %1 cần hai người: Trưởng ban và một người nữa. Hãy chọn người thứ hai, người đó gõ mã của mình.</source>
        <translation>Ballots were read, so a first PIN for %1 takes two people: the head and one more. Choose the second, who types their own PIN.</translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message>
        <source>In phiếu</source>
        <translation>Print ballots</translation>
    </message>
    <message>
        <source>Phiếu trắng được máy đọc lại trước khi in. In thử một tờ, quét lại rồi mới in cả xấp.</source>
        <translation>The blank ballot is read back by the machine before printing. Print one as a test and scan it before you print the whole pile.</translation>
    </message>
    <message>
        <source>Chưa có cuộc bầu nào để in phiếu.</source>
        <translation>There is no contest to print ballots for yet.</translation>
    </message>
    <message>
        <source>In %1 bản</source>
        <translation>Print, copies: %1</translation>
    </message>
    <message>
        <source>Lưu %1 bản thành PDF…</source>
        <translation>Save as PDF, copies: %1…</translation>
    </message>
    <message>
        <source>Lưu thành PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Đọc lại tờ in thử…</source>
        <translation>Read the test print back…</translation>
    </message>
    <message>
        <source>In thử 1 bản</source>
        <translation>Print 1 as a test</translation>
    </message>
    <message>
        <source>Phiếu trắng</source>
        <translation>Blank ballot</translation>
    </message>
    <message>
        <source>Đã in</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Lưu %1 bản phiếu thành tệp PDF</source>
        <translation>Save ballots as a PDF file, copies: %1</translation>
    </message>
    <message>
        <source>Chọn bản quét của tờ phiếu in thử</source>
        <translation>Choose the scan of the test print</translation>
    </message>
    <message>
        <source>In %1 bản phiếu?</source>
        <translation>Print ballots, copies: %1?</translation>
    </message>
    <message>
        <source>Mỗi bản %1 trang, gửi tới máy in đã chọn. Mọi lần in đều ghi vào nhật ký; phiếu in thừa phải được giữ và hủy theo quy định.</source>
        <translation>Pages of each: %1, sent to the chosen printer. All printing is recorded in the journal; ballots left over must be kept and destroyed as the rules say.</translation>
    </message>
    <message>
        <source>Cuộc bầu này dùng phiếu in sẵn. Quét một tờ phiếu trắng rồi đọc lại để chắc chắn máy nhận đúng phiếu.</source>
        <translation>This contest uses ballots printed elsewhere. Scan a blank one and read it back to be sure that the machine knows them.</translation>
    </message>
    <message>
        <source>Đọc lại tờ phiếu trắng…</source>
        <translation>Read a blank ballot back…</translation>
    </message>
    <message>
        <source>Đang dựng hình mẫu phiếu…</source>
        <translation>Drawing the form of the ballot…</translation>
    </message>
    <message>
        <source>Chọn tệp PDF hoặc bản quét của phiếu trắng in sẵn</source>
        <translation>Choose the PDF or a scan of the blank ballot</translation>
    </message>
    <message>
        <source>Bỏ mẫu phiếu in sẵn?</source>
        <translation>Give the learned form up?</translation>
    </message>
    <message>
        <source>Phiếu in sẵn của cuộc bầu này sẽ không đọc được nữa; cuộc bầu dùng lại phiếu do chương trình in. Nhật ký ghi lại.</source>
        <translation>The ballots printed elsewhere can no longer be read; the contest uses the program&apos;s own ballots again. The journal keeps it.</translation>
    </message>
    <message>
        <source>Bỏ mẫu</source>
        <translation>Give it up</translation>
    </message>
    <message>
        <source>Chọn bản quét của một tờ phiếu trắng</source>
        <translation>Choose the scan of a blank ballot</translation>
    </message>
    <message>
        <source>Kết quả cuộc bầu này đã chốt: phiếu chỉ xem lại, không in thêm. Bầu thêm thì lập lần bầu tiếp theo ở bước Kết quả.</source>
        <translation>The count of this contest is closed: its ballots can be looked at, no more are printed. For another vote make the next round in the step Result.</translation>
    </message>
    <message>
        <source>Sang kết quả</source>
        <translation>On to the result</translation>
    </message>
    <message>
        <source>Đồng chí xem được màn hình này; in phiếu do Ban kiểm phiếu, nhân viên kỹ thuật hoặc thư ký làm.</source>
        <translation>You may look at this screen; ballots are printed by the committee, technical staff or the secretary.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>Đồng ý</source>
        <translation>Yes, go on</translation>
    </message>
    <message>
        <source>Để nguyên</source>
        <translation>Leave as it is</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Giám sát</source>
        <translation>Supervise</translation>
    </message>
</context>
<context>
    <name>RandomCheckTab</name>
    <message>
        <source>Gieo xúc xắc trước hội trường ít nhất %1 lần, gõ từng số. Máy tính ra danh sách từ các số đó: không ai chọn trước được, và ai cũng tính lại được.</source>
        <translation>Roll dice in front of the hall at least %1 times and type each number. The program draws the list from these numbers: nobody can choose it beforehand, and anybody can compute it again.</translation>
    </message>
    <message>
        <source>Việc này của Ban kiểm phiếu và người giám sát.</source>
        <translation>This is for the counting committee and the supervisor.</translation>
    </message>
    <message>
        <source>Các số gieo được: chỉ gõ 1 đến 6</source>
        <translation>Numbers rolled: type only 1 to 6</translation>
    </message>
    <message>
        <source>Các số gieo được (%1 lần)</source>
        <translation>Numbers rolled (%1 rolls)</translation>
    </message>
    <message>
        <source>Số phiếu rút</source>
        <translation>Ballots to draw</translation>
    </message>
    <message>
        <source>Rút phiếu</source>
        <translation>Draw ballots</translation>
    </message>
    <message>
        <source>khớp</source>
        <translation>agree</translation>
    </message>
    <message>
        <source>khác</source>
        <translation>differ</translation>
    </message>
    <message>
        <source>không tìm thấy</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>chưa xem</source>
        <translation>not looked at yet</translation>
    </message>
    <message>
        <source>Kiểm tra lượt mới</source>
        <translation>New round of checking</translation>
    </message>
    <message>
        <source>Phiếu số %1</source>
        <translation>Ballot number %1</translation>
    </message>
</context>
<context>
    <name>ReadBackCard</name>
    <message>
        <source>Đọc lại phiếu trắng</source>
        <translation>Read the blank ballot back</translation>
    </message>
    <message>
        <source>Tệp in – %1</source>
        <translation>Print file – %1</translation>
    </message>
</context>
<context>
    <name>RehearsalPart</name>
    <message>
        <source>Số phiếu thử</source>
        <translation>Test ballots</translation>
    </message>
    <message>
        <source>20 phiếu, nhanh</source>
        <translation>20 ballots, quick</translation>
    </message>
    <message>
        <source>50 phiếu</source>
        <translation>50 ballots</translation>
    </message>
    <message>
        <source>200 phiếu, kỹ</source>
        <translation>200 ballots, thorough</translation>
    </message>
    <message>
        <source>Máy tự in, tự đánh dấu ngẫu nhiên như nhiều người cầm bút khác nhau, tự đọc lại rồi so với đáp án. Phải không có chỗ nào đọc sai; dấu không rõ thì máy chuyển cho người xem.</source>
        <translation>The machine prints, marks at random like many people with different pens, reads, and compares with the truth. Nothing may be read wrongly; unclear marks are sent to a person.</translation>
    </message>
    <message>
        <source>Đạt. %1</source>
        <translation>Passed. %1</translation>
    </message>
    <message>
        <source>Không đạt. %1 Đừng dùng máy này để kiểm phiếu khi chưa rõ vì sao; có thể kiểm bằng cách nhập phiếu.</source>
        <translation>Failed. %1 Do not count with this machine before you know why; the ballots can be keyed in instead.</translation>
    </message>
    <message>
        <source>tờ đã đọc</source>
        <translation>sheets read</translation>
    </message>
    <message>
        <source>chỗ đọc đúng</source>
        <translation>marks read rightly</translation>
    </message>
    <message>
        <source>chỗ chuyển cho người xem</source>
        <translation>marks sent to a person</translation>
    </message>
    <message>
        <source>chỗ đọc sai</source>
        <translation>marks read wrongly</translation>
    </message>
    <message>
        <source>%1 · %2, %3: trên giấy %4, máy đọc %5</source>
        <translation>%1 · %2, %3: on paper %4, read as %5</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Kết quả: %1</source>
        <translation>Result: %1</translation>
    </message>
    <message>
        <source>Chạm vào một con số để xem các phiếu làm nên con số đó.</source>
        <translation>Touch a number to see the ballots behind it.</translation>
    </message>
    <message>
        <source>Lập biên bản</source>
        <translation>Make the minutes</translation>
    </message>
    <message>
        <source>Chốt kết quả</source>
        <translation>Close the count</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Tạo vòng bầu tiếp</source>
        <translation>Make the next round</translation>
    </message>
    <message>
        <source>Các phiếu làm nên con số này</source>
        <translation>The ballots behind this number</translation>
    </message>
    <message>
        <source>Chốt kết quả?</source>
        <translation>Close the count?</translation>
    </message>
    <message>
        <source>Mở lại kết quả đã chốt?</source>
        <translation>Reopen the closed count?</translation>
    </message>
    <message>
        <source>Biên bản đã in và kết quả đã công bố sẽ không còn giá trị, phải lập và công bố lại. Lý do được ghi vào nhật ký.</source>
        <translation>Minutes already printed and a result already announced are void and must be made and announced again. The reason is recorded in the journal.</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Lý do mở lại</source>
        <translation>Reason for reopening</translation>
    </message>
    <message>
        <source>Mở lại kết quả</source>
        <translation>Reopen the count</translation>
    </message>
    <message>
        <source>Lý do: %1</source>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>Tạo vòng bầu tiếp?</source>
        <translation>Make the next round?</translation>
    </message>
</context>
<context>
    <name>ResultSide</name>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Kết quả tạm tính</source>
        <translation>Provisional result</translation>
    </message>
    <message>
        <source>Vòng bầu tiếp đã được tạo; chọn ở đầu màn hình.</source>
        <translation>The next round has been made; choose it at the top of the screen.</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Số làm căn cứ: %1</source>
        <translation>Base: %1</translation>
    </message>
    <message>
        <source>Các phép cộng</source>
        <translation>Sums</translation>
    </message>
    <message>
        <source>! Có phép cộng chưa khớp</source>
        <translation>! A sum does not hold</translation>
    </message>
</context>
<context>
    <name>RevealPage</name>
    <message>
        <source>Công bố kết quả</source>
        <translation>Announce the result</translation>
    </message>
    <message>
        <source>Theo thứ tự: số liệu, số phiếu từng người theo thứ tự trên phiếu, rồi người trúng cử từ cao xuống thấp.</source>
        <translation>In this order: figures, each candidate&apos;s votes in ballot order, then the elected from high to low.</translation>
    </message>
    <message>
        <source>Kết quả chưa chốt nên chưa công bố được. Hội trường chỉ thấy tên đại hội.</source>
        <translation>The count is not closed, so it cannot be announced. The hall sees only the name of the congress.</translation>
    </message>
    <message>
        <source>Kết quả chưa công bố. Hội trường chỉ thấy tên đại hội.</source>
        <translation>The result is not released. The hall sees only the name of the congress.</translation>
    </message>
    <message>
        <source>Hội trường đang xem một cuộc bầu khác.</source>
        <translation>The hall is looking at another contest.</translation>
    </message>
    <message>
        <source>Chiếu cuộc bầu này</source>
        <translation>Show this contest</translation>
    </message>
    <message>
        <source>Đã chiếu hết</source>
        <translation>All shown</translation>
    </message>
    <message>
        <source>Tiếp  ›</source>
        <translation>Next  ›</translation>
    </message>
    <message>
        <source>Về trang đầu</source>
        <translation>To the first page</translation>
    </message>
    <message>
        <source>‹  Quay lại</source>
        <translation>‹  Back</translation>
    </message>
    <message>
        <source>Đi tới bước Kết quả</source>
        <translation>Go to the step Result</translation>
    </message>
    <message>
        <source>Hội trường đang thấy</source>
        <translation>The hall sees</translation>
    </message>
    <message>
        <source>Hội trường sẽ thấy (chưa mở màn hình)</source>
        <translation>The hall will see (screen not open yet)</translation>
    </message>
    <message>
        <source>Màn hình hội trường</source>
        <translation>Hall screen</translation>
    </message>
    <message>
        <source>● Đang chiếu trên chính màn hình này; bấm phím Esc để quay lại.</source>
        <translation>● Showing on this very screen; press Esc to come back.</translation>
    </message>
    <message>
        <source>● Đang chiếu trên màn hình thứ hai.</source>
        <translation>● Showing on the second screen.</translation>
    </message>
    <message>
        <source>○ Đã nối màn hình thứ hai, chưa chiếu.</source>
        <translation>○ A second screen is connected, nothing is shown yet.</translation>
    </message>
    <message>
        <source>○ Chưa thấy màn hình thứ hai. Nối máy chiếu rồi chọn chế độ mở rộng, hoặc chiếu trên chính màn hình này (Esc để quay lại).</source>
        <translation>○ No second screen found. Connect the projector and choose the extended mode, or show on this very screen (Esc to come back).</translation>
    </message>
    <message>
        <source>Mở màn hình hội trường</source>
        <translation>Open the hall screen</translation>
    </message>
    <message>
        <source>Chiếu toàn màn hình này</source>
        <translation>Show on this whole screen</translation>
    </message>
    <message>
        <source>Tắt màn hình hội trường</source>
        <translation>Close the hall screen</translation>
    </message>
    <message>
        <source>Thứ tự công bố</source>
        <translation>Order of announcing</translation>
    </message>
    <message>
        <source>Trang tiếp theo</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Công bố kết quả?</source>
        <translation>Release the result?</translation>
    </message>
    <message>
        <source>Đồng chí xem được màn hình này; công bố và chuyển trang trên hội trường do Trưởng ban và ủy viên Ban kiểm phiếu làm.</source>
        <translation>You may look at this screen; releasing and turning the pages in the hall is for the head and members of the committee.</translation>
    </message>
</context>
<context>
    <name>RoleCardsPopup</name>
    <message>
        <source>Đã lưu vào %1.</source>
        <translation>Saved to %1.</translation>
    </message>
    <message>
        <source>Thẻ công việc</source>
        <translation>Role cards</translation>
    </message>
    <message>
        <source>Đang lập thẻ…</source>
        <translation>Making the cards…</translation>
    </message>
    <message>
        <source>Thẻ công việc cho từng vai trò</source>
        <translation>A card for each role</translation>
    </message>
    <message>
        <source>Mỗi vai trò một trang: Trưởng ban, ủy viên, nhân viên kỹ thuật, giám sát, thư ký. In ra và phát cho từng đồng chí trước ngày đại hội.</source>
        <translation>One page for each role: head, member, technical staff, supervisor, secretary. Print them and hand them out before the day.</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>In thẻ công việc</source>
        <translation>Print the role cards</translation>
    </message>
    <message>
        <source>Đang tìm máy in…</source>
        <translation>Looking for printers…</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Lưu tệp PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
</context>
<context>
    <name>RuleNote</name>
    <message>
        <source>%1 – %2 (%3)</source>
        <translation>%1 – %2 (%3)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>RulePrompt</name>
    <message>
        <source>Phiếu không hợp lệ theo quy tắc nào?</source>
        <translation>By which rule is the ballot invalid?</translation>
    </message>
</context>
<context>
    <name>RulingHistory</name>
    <message>
        <source>Các kết luận đã ghi (%1)</source>
        <translation>Rulings recorded (%1)</translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <translation>%1 – %2 (%3)</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Đã nhận %1 trên %2 tờ</source>
        <translation>%1 of %2 sheets taken in</translation>
    </message>
    <message>
        <source>tờ mỗi phút</source>
        <translation>sheets a minute</translation>
    </message>
    <message>
        <source>đến đủ số phiếu thu về</source>
        <translation>until all returned ballots are in</translation>
    </message>
    <message>
        <source>Mọi tờ đã qua máy đều được lưu. Bấm “Quét tiếp” để quét tờ kế tiếp.</source>
        <translation>Every sheet that went through the machine is stored. Press “Go on scanning” for the next sheet.</translation>
    </message>
    <message>
        <source>Mọi tờ đã qua máy đều được lưu. Muốn quét tiếp, bấm “Quét thêm”: tờ đã lưu không bị nhận lại.</source>
        <translation>Every sheet that went through the machine is stored. To go on, press “Scan more”: a stored sheet is not taken twice.</translation>
    </message>
    <message>
        <source>Đủ số phiếu thu về.</source>
        <translation>All returned ballots are in.</translation>
    </message>
    <message>
        <source>Còn thiếu %1 tờ so với số phiếu thu về. Hãy tìm tờ chưa quét rồi bấm “Quét thêm”.</source>
        <translation>%1 sheets fewer than the ballots returned. Find the sheets not scanned yet, then press “Scan more”.</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Chọn máy quét</source>
        <translation>Choose a scanner</translation>
    </message>
    <message>
        <source>Quét phiếu</source>
        <translation>Scan ballots</translation>
    </message>
    <message>
        <source>Mỗi tờ được lưu ngay khi đọc xong; mất điện hay tắt máy cũng không mất tờ đã lưu.</source>
        <translation>Each sheet is stored as soon as it is read; a power cut or switching off loses no stored sheet.</translation>
    </message>
    <message>
        <source>Hãy xem số tờ đã nhận có khớp số phiếu thu về không.</source>
        <translation>See whether the sheets taken in match the ballots returned.</translation>
    </message>
    <message>
        <source>Làm lần lượt từng việc dưới đây; mọi tờ đã lưu vẫn an toàn.</source>
        <translation>Do the following one by one; every stored sheet is safe.</translation>
    </message>
    <message>
        <source>Đang tạm dừng. Bấm “Quét tiếp” để quét tờ kế tiếp.</source>
        <translation>Paused. Press “Go on scanning” for the next sheet.</translation>
    </message>
    <message>
        <source>Đặt xấp phiếu vào máy quét, hoặc chọn thư mục ảnh đã quét, rồi bấm “%1”.</source>
        <translation>Put the pile into the scanner, or choose a folder of scans, then press “%1”.</translation>
    </message>
    <message>
        <source>Đồng chí xem được màn hình này; quét phiếu do Ban kiểm phiếu hoặc nhân viên kỹ thuật làm.</source>
        <translation>You may see this screen; ballots are scanned by the counting committee or the technician.</translation>
    </message>
    <message>
        <source>Máy đang quét phiếu của cuộc bầu khác. Hãy chọn lại cuộc bầu đó ở trên để xem, hoặc chờ quét xong.</source>
        <translation>The machine is scanning ballots of another contest. Choose that contest above to watch, or wait until it is done.</translation>
    </message>
    <message>
        <source>Số tờ nhiều hơn số phiếu thu về. Hãy kiểm tra: có tờ nào quét hai lần không, số phiếu thu về đã đếm đúng chưa.</source>
        <translation>There are more sheets than ballots returned. Check: was a sheet scanned twice, were the returned ballots counted rightly?</translation>
    </message>
    <message>
        <source>Chưa nhập số phiếu thu về. Vẫn quét được, nhưng chưa đối chiếu được đủ hay thiếu.</source>
        <translation>The ballots returned are not entered yet. Scanning works, but whether all are there cannot be checked.</translation>
    </message>
    <message>
        <source>Lần quét trước dừng giữa chừng khi giấy còn trong máy quét. Chỉ đặt vào khay những tờ chưa lưu. %1.</source>
        <translation>The last run broke off with paper in the scanner. Put only sheets into the feeder that are not stored. %1.</translation>
    </message>
    <message>
        <source>Lần quét trước dừng giữa chừng (mất điện, tắt máy hoặc kẹt giấy). Mọi tờ đã lưu còn nguyên; hãy bấm “Quét tiếp”, tờ đã lưu không bị nhận lại.</source>
        <translation>The last scan stopped half-way (power cut, switched off or a paper jam). Every stored sheet is there; press “Go on scanning”, a stored sheet is not taken twice.</translation>
    </message>
    <message>
        <source>Tạm dừng</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Quét tiếp</source>
        <translation>Go on scanning</translation>
    </message>
    <message>
        <source>Đang dừng…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>Sang phiếu cần xem</source>
        <translation>On to doubtful ballots</translation>
    </message>
    <message>
        <source>Quét thêm</source>
        <translation>Scan more</translation>
    </message>
    <message>
        <source>Bắt đầu quét</source>
        <translation>Start scanning</translation>
    </message>
    <message>
        <source>Dừng hẳn</source>
        <translation>Stop for good</translation>
    </message>
    <message>
        <source>Chọn nguồn khác</source>
        <translation>Choose another source</translation>
    </message>
    <message>
        <source>Nhập số liệu phiếu</source>
        <translation>Enter ballot figures</translation>
    </message>
    <message>
        <source>Sang bước In phiếu</source>
        <translation>Go to step Print</translation>
    </message>
    <message>
        <source>Quét không cần đọc lại…</source>
        <translation>Scan without read-back…</translation>
    </message>
    <message>
        <source>Quét mà không đọc lại phiếu trắng?</source>
        <translation>Scan without reading a blank ballot back?</translation>
    </message>
    <message>
        <source>Nếu bản in bị co, lệch hay mất nét, máy có thể không đọc được cả xấp phiếu. Quyết định của hai người được ghi vào nhật ký.</source>
        <translation>If the print is scaled, shifted or faint, the machine may not read the whole pile. The decision of the two is journalled.</translation>
    </message>
    <message>
        <source>Quét phiếu – lượt %1</source>
        <translation>Scan ballots – pass %1</translation>
    </message>
    <message>
        <source>Bắt đầu quét lượt %1</source>
        <translation>Start scanning pass %1</translation>
    </message>
    <message>
        <source>Quét thêm vào lượt %1?</source>
        <translation>Scan more into pass %1?</translation>
    </message>
    <message>
        <source>Lượt %1 đã nhận %2 tờ. Tờ quét bây giờ cộng thêm vào lượt này. Muốn đếm lại cả xấp phiếu để đối chiếu thì bấm “Để nguyên” rồi chọn lượt kiểm khác.</source>
        <translation>Pass %1 has %2 sheets. What is scanned now is added to this pass. To count the whole pile again and compare, press &quot;Leave as it is&quot; and choose another pass.</translation>
    </message>
    <message>
        <source>Quét thêm vào lượt %1</source>
        <translation>Scan more into pass %1</translation>
    </message>
    <message>
        <source>Trước khi quét xấp phiếu, phải đọc lại một tờ phiếu trắng đã in.</source>
        <translation>Before the pile is scanned, one printed blank ballot must be read back.</translation>
    </message>
    <message>
        <source>Lượt này đã nhận đủ số phiếu thu về.</source>
        <translation>All ballots returned are in for this pass.</translation>
    </message>
    <message>
        <source>Sang đối chiếu</source>
        <translation>On to comparing</translation>
    </message>
</context>
<context>
    <name>ScannerPart</name>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Đang tìm máy quét…</source>
        <translation>Looking for scanners…</translation>
    </message>
    <message>
        <source>Không thấy máy quét nào</source>
        <translation>No scanner found</translation>
    </message>
    <message>
        <source>Tìm lại máy quét</source>
        <translation>Look for scanners again</translation>
    </message>
    <message>
        <source>Đặt một tờ (tốt nhất là một phiếu trắng vừa in) vào khay rồi bấm “Quét thử một tờ”. Tờ này không được lưu.</source>
        <translation>Put one sheet (best a blank ballot just printed) into the feeder and press “Scan one sheet as a test”. It is not stored.</translation>
    </message>
    <message>
        <source>Không có máy quét thì vẫn kiểm phiếu được: quét ở máy khác rồi chọn thư mục ảnh ở bước Quét phiếu, hoặc nhập phiếu bằng bàn phím.</source>
        <translation>Without a scanner you can still count: scan elsewhere and choose the folder of pictures in the step Scan ballots, or key the ballots in.</translation>
    </message>
    <message>
        <source>Ảnh của tờ quét thử</source>
        <translation>Picture of the test scan</translation>
    </message>
    <message>
        <source>Ảnh của tờ quét thử hiện ở đây</source>
        <translation>The picture of the test scan appears here</translation>
    </message>
</context>
<context>
    <name>SearchPart</name>
    <message>
        <source>Tên người, cuộc bầu, đại hội, năm hoặc con số (không cần dấu)</source>
        <translation>Name, contest, congress, year or figure (accents not needed)</translation>
    </message>
    <message>
        <source>Đọc lại thư mục</source>
        <translation>Read the folder again</translation>
    </message>
    <message>
        <source>Đang đọc thư mục, %1 %…</source>
        <translation>Reading the folder, %1 %…</translation>
    </message>
    <message>
        <source>Không đọc được %1 tệp: %2</source>
        <translation>Files that could not be read: %1: %2</translation>
    </message>
    <message>
        <source>Không thấy gì. Thử gõ ít chữ hơn, hoặc chọn thư mục khác.</source>
        <translation>Nothing found. Try fewer letters, or choose another folder.</translation>
    </message>
</context>
<context>
    <name>SendCard</name>
    <message>
        <source>Số bản và máy in</source>
        <translation>Copies and printer</translation>
    </message>
    <message>
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>In hai mặt</source>
        <translation>Print on both sides</translation>
    </message>
    <message>
        <source>Đang tìm máy in…</source>
        <translation>Looking for printers…</translation>
    </message>
    <message>
        <source>Tìm lại máy in</source>
        <translation>Look for printers again</translation>
    </message>
    <message>
        <source>Hủy việc in</source>
        <translation>Cancel printing</translation>
    </message>
</context>
<context>
    <name>SheetStrip</name>
    <message>
        <source>Các tờ vừa nhận, mới nhất bên trái</source>
        <translation>Latest sheets, newest at the left</translation>
    </message>
    <message>
        <source>Lượt này chưa có tờ nào.</source>
        <translation>No sheet in this pass yet.</translation>
    </message>
</context>
<context>
    <name>SheetThumb</name>
    <message>
        <source>Tờ số %1: %2. %3</source>
        <translation>Sheet number %1: %2. %3</translation>
    </message>
    <message>
        <source>Tờ %1</source>
        <translation>Sheet %1</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Ảnh quét của tờ số %1</source>
        <translation>Scan of sheet number %1</translation>
    </message>
    <message>
        <source>Không có ảnh</source>
        <translation>No picture</translation>
    </message>
    <message>
        <source>Tờ này không có ảnh quét.</source>
        <translation>This sheet has no scan.</translation>
    </message>
    <message>
        <source>Đang mở ảnh…</source>
        <translation>Opening the picture…</translation>
    </message>
    <message>
        <source>Cả trang</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Larger</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Thư mục ảnh</source>
        <translation>Folder of scans</translation>
    </message>
    <message>
        <source>Tệp PDF, ảnh</source>
        <translation>PDF, pictures</translation>
    </message>
    <message>
        <source>Đang tìm máy quét…</source>
        <translation>Looking for scanners…</translation>
    </message>
    <message>
        <source>Không thấy máy quét nào</source>
        <translation>No scanner found</translation>
    </message>
    <message>
        <source>Tìm máy quét</source>
        <translation>Find scanners</translation>
    </message>
    <message>
        <source>Chọn…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Lượt kiểm (mỗi lượt quét lại cả xấp phiếu)</source>
        <translation>Pass (each pass scans the whole pile again)</translation>
    </message>
    <message>
        <source>Chọn thư mục có ảnh quét</source>
        <translation>Choose the folder of scans</translation>
    </message>
    <message>
        <source>Chọn tệp quét</source>
        <translation>Choose a scanned file</translation>
    </message>
    <message>
        <source>Lượt %1 quét lại cả xấp phiếu từ đầu để đối chiếu với lượt 1: hai lượt phải khớp nhau.</source>
        <translation>Pass %1 scans the whole pile again from the start and is compared with pass 1: the two must agree.</translation>
    </message>
</context>
<context>
    <name>SpotCard</name>
    <message>
        <source>Chỗ cần xem, phóng to: %1</source>
        <translation>Doubtful spot, enlarged: %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>StageList</name>
    <message>
        <source>đã chiếu: </source>
        <translation>shown: </translation>
    </message>
    <message>
        <source>đang chiếu: </source>
        <translation>showing: </translation>
    </message>
    <message>
        <source>chưa chiếu: </source>
        <translation>not shown yet: </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Kiểm Phiếu</source>
        <translation>Kiểm Phiếu</translation>
    </message>
    <message>
        <source>Đang mở…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Lập đại hội mới.</source>
        <translation>Set up a new congress.</translation>
    </message>
    <message>
        <source>Chạm vào đại hội để mở.</source>
        <translation>Touch a congress to open it.</translation>
    </message>
    <message>
        <source>Mở tệp khác…</source>
        <translation>Open another file…</translation>
    </message>
    <message>
        <source>Lập đại hội mới</source>
        <translation>Set up a new congress</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Chọn tệp đại hội</source>
        <translation>Choose a congress file</translation>
    </message>
    <message>
        <source>Thoát…</source>
        <translation>Leave…</translation>
    </message>
    <message>
        <source>Rời chương trình</source>
        <translation>Leave the program</translation>
    </message>
    <message>
        <source>Chọn tệp khai báo…</source>
        <translation>Choose a definition file…</translation>
    </message>
    <message>
        <source>Lập đại hội này</source>
        <translation>Set up this congress</translation>
    </message>
    <message>
        <source>Lập đại hội</source>
        <translation>Set up the congress</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>Đang làm…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>Những gì vừa nhập trên màn hình này chưa được lưu và sẽ mất. Muốn giữ, hãy bấm “Để nguyên” rồi lưu trước.</source>
        <translation>What was entered on this screen is not saved and will be lost. To keep it, press “Leave as it is” and save first.</translation>
    </message>
    <message>
        <source>Đang đọc tệp đại hội…</source>
        <translation>Reading the congress file…</translation>
    </message>
</context>
<context>
    <name>SumLines</name>
    <message>
        <source>khớp</source>
        <translation>agree</translation>
    </message>
    <message>
        <source>chưa khớp</source>
        <translation>does not hold</translation>
    </message>
    <message>
        <source>chưa đủ số</source>
        <translation>not complete</translation>
    </message>
</context>
<context>
    <name>SumsCard</name>
    <message>
        <source>Các phép cộng phải khớp</source>
        <translation>Sums that must hold</translation>
    </message>
    <message>
        <source>! Chưa khớp: %1</source>
        <translation>! Does not hold: %1</translation>
    </message>
    <message>
        <source>Khi đã kiểm phiếu, ở đây có thêm các phép cộng về phiếu hợp lệ và số phiếu của từng người.</source>
        <translation>Once ballots are counted, the sums of valid ballots and of each candidate&apos;s votes appear here too.</translation>
    </message>
</context>
<context>
    <name>SupervisePage</name>
    <message>
        <source>Mọi lá phiếu</source>
        <translation>All ballots</translation>
    </message>
    <message>
        <source>Kiểm tra ngẫu nhiên</source>
        <translation>Random check</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Giám sát</source>
        <translation>Supervise</translation>
    </message>
</context>
<context>
    <name>TwoPersonPrompt</name>
    <message>
        <source>Người thứ nhất: %1</source>
        <translation>First person: %1</translation>
    </message>
    <message>
        <source>Việc này cần hai người của Ban kiểm phiếu, trong đó có Trưởng ban. Người đang đăng nhập không thể cùng ai ký; hãy đăng nhập lại.</source>
        <translation>This takes two of the counting committee, the head among them. The person signed in cannot sign with anybody; please sign in again.</translation>
    </message>
    <message>
        <source>Người thứ hai của Ban kiểm phiếu</source>
        <translation>Second person of the counting committee</translation>
    </message>
    <message>
        <source>%1 · chưa có mã</source>
        <translation>%1 · no PIN yet</translation>
    </message>
    <message>
        <source>Đồng chí này chưa đặt mã cá nhân nên chưa ký được. Hãy bấm “Để nguyên”, rồi “Khóa”; đồng chí ấy chạm vào tên mình để đặt mã, Trưởng ban đồng ý ngay tại đó.</source>
        <translation>This person has set no PIN yet and cannot sign. Press “Leave as it is”, then “Lock”; that person touches their own name to set a PIN, and the head agrees on the spot.</translation>
    </message>
</context>
<context>
    <name>VoteList</name>
    <message>
        <source>Theo thứ tự trên phiếu</source>
        <translation>Ballot order</translation>
    </message>
    <message>
        <source>Từ cao xuống thấp</source>
        <translation>High to low</translation>
    </message>
    <message>
        <source>Tỷ lệ</source>
        <translation>Share</translation>
    </message>
</context>
<context>
    <name>VoteRow</name>
    <message>
        <source>Số %1, %2: %3 phiếu, %4. %5</source>
        <translation>Number %1, %2: %3 votes, %4. %5</translation>
    </message>
    <message>
        <source>Mở các phiếu đã bầu cho người này</source>
        <translation>Open the ballots that voted for this person</translation>
    </message>
</context>
<context>
    <name>VotesPrompt</name>
    <message>
        <source>Ghi lại phiếu: %1</source>
        <translation>Write the ballot down: %1</translation>
    </message>
    <message>
        <source>Dùng phiếu ghi tay này</source>
        <translation>Use what was written down</translation>
    </message>
    <message>
        <source>Gõ số ở đây</source>
        <translation>Type the number here</translation>
    </message>
    <message>
        <source>Còn %1 người chưa ghi.</source>
        <translation>%1 people not written down yet.</translation>
    </message>
    <message>
        <source>Đã đủ. Enter để dùng.</source>
        <translation>Complete. Enter to use it.</translation>
    </message>
</context>
<context>
    <name>WallCell</name>
    <message>
        <source>Phiếu số %1: %2, %3</source>
        <translation>Ballot number %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>ZeroPart</name>
    <message>
        <source>Biên bản số không ghi rằng trước khi kiểm phiếu, máy chưa có phiếu nào và mọi người đều có 0 phiếu, cùng kết quả lần chạy thử máy gần nhất. In ra, Trưởng ban và người giám sát cùng ký, giữ cùng biên bản kiểm phiếu.</source>
        <translation>The zero report says that before the count the machine holds no ballot and everybody has 0 votes, and how the last rehearsal went. Print it; the head and the supervisor sign it and it is kept with the minutes.</translation>
    </message>
    <message>
        <source>Muốn xem hay in lại, hãy lập bản mới; nhật ký ghi cả hai lần.</source>
        <translation>To see or print it again, make a new one; the journal records both.</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>In biên bản số không</source>
        <translation>Print the zero report</translation>
    </message>
    <message>
        <source>Đang tìm máy in…</source>
        <translation>Looking for printers…</translation>
    </message>
    <message>
        <source>Biên bản số không</source>
        <translation>Zero report</translation>
    </message>
    <message>
        <source>Biên bản hiện ở đây sau khi lập</source>
        <translation>The report appears here once it is made</translation>
    </message>
</context>
</TS>
