import { describe, expect, it } from 'vitest';
import { type Field, guessField } from '../../src/language/fields.ts';

type Reports = Partial<Record<Field, readonly string[]>>;

/** Written before the vocabulary, by its author; 88 of 90 at first contact. */
const OWN: Reports = {
  leadership: [
    'Đồng chí Chủ tịch UBND xã trực tiếp đối thoại với 40 hộ dân thôn Đông về giải phóng mặt bằng, tháo gỡ xong vướng mắc',
    'Bí thư Đảng ủy phường xuống từng tổ dân phố nghe dân nói, chỉ đạo giải quyết 12 kiến nghị ngay trong tuần',
    'Trưởng thôn Giàng A Páo gương mẫu làm trước, vận động cả bản bỏ tục thách cưới',
    'Ban Thường vụ Đảng ủy phân công từng ủy viên phụ trách thôn khó khăn, mỗi tháng dự họp thôn 1 lần',
    'Người đứng đầu các ban ngành đăng ký cam kết nêu gương, công khai cho dân giám sát',
    'bi thu chi bo ap 4 di dau hien 200m2 dat roi moi van dong ba con lam theo',
    'chu tich xa tiep dan vao sang thu 7, giai quyet dut diem 3 don thu keo dai',
    'cap uy chi bo phan cong nhau xuong ho dan, lang nghe y kien va chi dao thao go kho khan',
    'truong ap Bay Hien luon guong mau di truoc trong moi phong trao o dia phuong',
    'pho bi thu thuong truc dang uy ve du sinh hoat voi chi bo yeu, chi dao khac phuc han che',
  ],
  communication: [
    'Tổ truyền thông thôn 3 quay 5 clip ngắn tuyên truyền phòng chống đuối nước đăng lên Facebook, hơn 8.000 lượt xem',
    'Trang Zalo của xã đăng bài giới thiệu 4 gương người tốt việc tốt trong tuần',
    'Chị Hà Thị Sen báo cáo viên đi tuyên truyền miệng tại 6 bản bằng tiếng Mông',
    'Đội tuyên truyền măng non phát thanh kể chuyện Bác Hồ vào giờ ra chơi thứ hai',
    'Anh Tâm viết bài gửi báo tỉnh về cụ ông hiến đất, bài được nhiều người chia sẻ',
    'doan xa lap fanpage dang tin tot moi ngay, duoc 2.300 luot theo doi',
    'loa truyen thanh ap 7 phat chuyen muc moi ngay mot cau chuyen dep vao 5h chieu',
    'to cong nghe so cong dong quay video huong dan ba con nhan biet tin gia tren mang xa hoi',
    'hoi phu nu phat 500 to roi, treo 12 bang ron tuyen truyen ve bao luc gia dinh',
    'cuoc thi truc tuyen tim hieu ve Bac do huyen doan to chuc co 1.240 luot tham gia',
  ],
  economy: [
    'Anh Vàng A Chư mở xưởng sấy mắc ca, tạo việc làm cho 12 lao động địa phương thu nhập 6 triệu/tháng',
    'Hội Nông dân xã cho 8 hội viên mượn bò giống sinh sản, sau 2 năm trả lại bê',
    'Chị Nguyễn Thị Cúc hướng dẫn kỹ thuật trồng nấm rơm cho chị em trong ấp, thu nhập thêm 3 triệu mỗi tháng',
    'HTX nông nghiệp Tân Tiến hỗ trợ vay vốn không lãi suất cho 20 xã viên mua phân bón',
    'Cựu chiến binh Lê Văn Đức làm trang trại tổng hợp, giúp 5 gia đình thoát nghèo',
    'hoi nong dan ap 3 ban giup ba con 5 tan khoai lang bi rot gia',
    'anh Hai Luc chia se ky thuat nuoi tom cho 10 ho, vu nay ai cung co lai',
    'chi hoi phu nu gop von xoay vong 120 trieu cho 12 chi em vay buon ban nho',
    'thanh nien khoi nghiep Le Quoc Bao lam san pham OCOP 3 sao tu trai ca na, tao viec lam cho 7 nguoi',
    'bac Thong chuyen 2ha dat lua kem hieu qua sang trong buoi da xanh roi chi cach lam cho ca xom',
  ],
  culture_society: [
    'Em Lê Minh Khôi lớp 5A nhặt được 2 triệu đồng nộp cho cô tổng phụ trách tìm người trả lại',
    'Thầy Hồ Văn Đại mở lớp dạy kèm miễn phí buổi tối cho 15 học sinh yếu trong thôn',
    'Dòng họ Phan trao thưởng 32 cháu đạt học sinh giỏi, quỹ khuyến học hiện có 85 triệu',
    'Ông Đinh Văn Vượng truyền dạy cồng chiêng cho thanh thiếu niên làng Kon Rẫy mỗi tối thứ 7',
    'Trạm y tế xã tổ chức tiêm chủng lưu động, khám sức khỏe cho học sinh 3 điểm trường',
    'em Hoang Thi Thao nhat duoc day chuyen vang tra lai cho ba bac si',
    'co giao Ngoc di bo 7 cay so vao ban van dong hoc sinh tro lai lop',
    'thu vien xa mo cua ca chu nhat cho cac chau den doc sach',
    'doi van nghe thon Trung tap hat then phuc vu ba con dip le hoi',
    'hoi cuu giao chuc tang 12 suat hoc bong va 60 bo sach giao khoa cho truong THCS',
  ],
  social_welfare: [
    'Đoàn thanh niên phường tặng 35 suất quà Tết cho hộ nghèo và trẻ mồ côi, mỗi suất 400.000đ',
    'Ông Sáu Hòa cắt tóc miễn phí cho người già neo đơn vào chủ nhật hằng tuần',
    'Hội LHPN xã nhận đỡ đầu 3 cháu mồ côi, mỗi cháu 500 nghìn/tháng đến khi 18 tuổi',
    'Chị Lan bán vé số quyên góp 1 triệu ủng hộ đồng bào miền Trung bị lũ lụt',
    'Chi đoàn công an xã trao xe lăn cho bác Tư bị liệt, trị giá 2,8 triệu',
    'nhom thien nguyen Ket Noi nau 300 to bun mien phi cho benh nhan o benh vien huyen',
    'anh Phuc hien mau lan thu 25 cuu nguoi benh trong dem',
    'xa doan vieng nghia trang thap nen tri an anh hung liet si, tang qua me Viet Nam anh hung',
    'hoi chu thap do ho tro gao cho 40 nguoi khuyet tat va neo don',
    'mat tran xa ban giao nha dai doan ket cho ho ba Thi Sa Ron, 70 trieu',
  ],
  party_building: [
    'Chi bộ ấp Chợ kết nạp 3 đảng viên mới là đoàn viên ưu tú',
    'Đảng viên Trần Văn Tấn 60 năm tuổi Đảng vẫn dự sinh hoạt chi bộ đều đặn, đóng góp ý kiến thẳng thắn',
    'Chi bộ trường THPT Nguyễn Trãi đổi mới sinh hoạt chi bộ, mỗi kỳ một đảng viên liên hệ bản thân theo lời Bác',
    'Đảng bộ xã mở lớp bồi dưỡng nhận thức về Đảng cho 25 quần chúng ưu tú',
    'Chi bộ thôn Hạ giới thiệu 2 quần chúng tham gia học lớp cảm tình Đảng',
    'chi bo khu pho 6 sinh hoat chuyen de theo guong Bac, 28/30 dang vien tham du',
    'dang vien tre Vi Thi Mai ve cong tac tai chi bo vung cao, giup tao nguon phat trien dang',
    'chi bo tram y te lam tot viec tu phe binh va phe binh, 100% dang vien viet ban tu soi',
    'dang uy xa to chuc hoc nghi quyet truc tuyen tai 9 diem cau, 98% dang vien tham gia',
    'moi dang vien phu trach 5 ho dan, chi bo cham diem cuoi quy',
  ],
  public_service: [
    'Bộ phận một cửa xã làm thêm sáng thứ Bảy, giải quyết 30 hồ sơ hộ tịch cho công nhân đi làm xa',
    'Chị Phạm Thu Trang công chức tư pháp đến tận nhà chứng thực giấy tờ cho cụ bà 90 tuổi không đi lại được',
    'Văn phòng UBND xã giảm 40% giấy in nhờ họp không giấy tờ, tiết kiệm 15 triệu đồng',
    'Đoàn viên hướng dẫn người dân cài VNeID và nộp hồ sơ qua cổng dịch vụ công trực tuyến, 120 lượt',
    'Bác sĩ Lê Hữu Nghĩa nhiều lần từ chối phong bì của bệnh nhân',
    'can bo mot cua tra ket qua truoc han 17 ho so dat dai cho ba con ap 5',
    'cong an xa lam can cuoc tai nha cho 14 cu gia yeu',
    'anh Tuan can bo dia chinh cai tien mau don, dan chi phai di lai 1 lan thay vi 3 lan',
    'truong tieu hoc tiet kiem dien, tan dung giay mot mat, tiet kiem 4 trieu/quy',
    'to cong nghe so giup ba con dang ky tai khoan dich vu cong muc 4, lam thu tuc khai sinh qua mang',
  ],
  defense_security: [
    'Tổ tuần tra đêm khu phố 3 bắt được đối tượng trộm xe máy giao công an phường',
    'Anh Trần Quốc Việt lao xuống sông cứu hai cháu bé bị đuối nước',
    'Chiến sĩ biên phòng đồn Pa Ủ giúp dân dập lửa cháy rừng, tham gia 25 đồng chí',
    'Người dân bản Hua Bum tự nguyện giao nộp 6 khẩu súng kíp tự chế cho công an xã',
    'Ban chỉ huy quân sự xã thăm, động viên 18 tân binh trước ngày lên đường nhập ngũ',
    'to hoa giai thon 8 hoa giai thanh vu tranh chap ranh dat giua 2 nha hang xom',
    'ong Ba Nghia bao cong an bat nhom lua dao qua mang, giu lai 50 trieu cho nan nhan',
    'dan phong phuong 2 chua chay kip thoi can nha o hem 45, khong ai bi thuong',
    'bao ve dan pho phan luong giao thong truoc cong truong gio tan hoc',
    'doi dan quan co dong giup dan chang chong nha cua truoc bao so 4',
  ],
  environment: [
    'Thôn Nà Lang ra quân làm đường bê tông 450m, bà con góp 200 ngày công',
    'Hội viên phụ nữ phân loại rác tại nguồn, thu gom 300kg vỏ chai nhựa bán gây quỹ',
    'Gia đình ông Lâm Văn Kiệt hiến 1.200m2 đất mở rộng đường liên ấp',
    'Tuổi trẻ xã trồng 500 cây keo phủ xanh đồi trọc nhân Tết trồng cây',
    'Ấp Hòa Phú thắp sáng đường quê với 65 bóng đèn năng lượng mặt trời',
    'sang chu nhat ca xom don co, khoi thong cong ranh, quet don duong lang sach se',
    'hoi ccb nhan quan ly tuyen duong hoa 800m, tuoi va cham soc hang tuan',
    'doan vien nhat rac doc bai bien, gom duoc 45 bao',
    'anh Bay Den bo tien tui va o ga tren tinh lo cho ba con di lai an toan',
    'khu pho van minh khong rac, xoa 3 diem den rac thai trong thang',
  ],
};

/** By the same hand at the same time; 45 of 45 at first contact, which says little. */
const MORE_OWN: Reports = {
  leadership: [
    'Đ/c Phó Chủ tịch xã đi cơ sở 2 ngày mỗi tuần, chỉ đạo gỡ vướng cho 7 hộ trong diện di dời',
    'Thủ trưởng cơ quan nêu gương đi làm đúng giờ, không hút thuốc nơi công sở, anh em đều noi theo',
    'can bo chu chot xa cam ket noi di doi voi lam, moi nguoi nhan mot viec kho',
    'bi thu xa xuong dong cung dan kiem tra hap thu nuoc cuu lua',
    'Tập thể lãnh đạo phường đối thoại trực tiếp với thanh niên về việc làm và nhà ở',
  ],
  communication: [
    'Nhóm bạn trẻ làm kênh TikTok kể chuyện người tốt việc tốt quê mình, 15 video trong tháng',
    'Cụm loa phường thêm chuyên mục gương sáng quanh ta phát lúc 17h thứ sáu',
    'tuyen truyen vien tre phat to gap phong chong ma tuy cho 300 hoc sinh',
    'dai truyen thanh xa dua tin 12 guong nong dan gioi',
    'chi hoi truong di tung nha tuyen truyen, van dong ba con khong nghe theo ke xau',
  ],
  economy: [
    'Tổ hợp tác nuôi ong ấp 9 bao tiêu mật cho 14 thành viên với giá cao hơn thương lái',
    'Ông Y Bhin Niê giúp vốn và cây cà phê giống cho 4 hộ đồng bào vươn lên khá giả',
    'chi Thuy day nghe dan lat mien phi cho 20 chi em, ai cung co them thu nhap',
    'hoi vien gop von mua may cay chung, giam chi phi 300k moi sao',
    'Đoàn xã livestream bán giúp nông sản cho bà con được 2 tấn vải',
  ],
  culture_society: [
    'Cháu Bảo Ngọc nhặt được túi xách có 5 chỉ vàng, nhờ công an tìm trả người đánh rơi',
    'Câu lạc bộ đờn ca tài tử ấp Giữa biểu diễn phục vụ bà con dịp Quốc khánh',
    'thay giao Tinh sua may tinh cu lam phong tin hoc cho truong ban',
    'y si Kim Sang di tung nha van dong ba me dua con di tiem phong',
    'Ông Từ tự bỏ tiền tu sửa đình làng, giữ gìn di tích cho con cháu',
  ],
  social_welfare: [
    'Quán cơm 2.000 đồng của chị Bảy phục vụ hơn 80 người lao động nghèo mỗi trưa',
    'Công ty may Hòa Thọ trao 10 sổ tiết kiệm cho gia đình chính sách',
    'nhom ban hoc chung gop tien mua ao am gui hoc sinh vung cao',
    'chu Tu Xe om cho nguoi gia di kham benh khong lay tien',
    'Đoàn viên giúp gia đình thương binh Nguyễn Văn Bé lợp lại mái tôn sau bão',
  ],
  party_building: [
    'Chi bộ doanh nghiệp tư nhân Minh Tâm vừa thành lập có 5 đảng viên',
    'Đảng viên 85 tuổi xin không miễn sinh hoạt, vẫn đọc báo Đảng cho cả tổ nghe',
    'chi bo 7 to chuc ve nguon, ket nap dang cho 2 doan vien tai khu di tich',
    'hop chi bo khong doc bao cao dai, danh thoi gian cho dang vien phat bieu',
    'Cấp ủy rà soát, giúp đỡ đảng viên đi làm ăn xa giữ mối liên hệ với chi bộ',
  ],
  public_service: [
    'Anh Khoa cán bộ tư pháp ở lại qua giờ trưa làm xong giấy khai tử cho gia đình ở xa',
    'Trung tâm phục vụ hành chính công bố trí xe lăn và nước uống cho người dân chờ làm thủ tục',
    'dieu duong khoa cap cuu tu choi nhan tien boi duong cua nguoi nha',
    'phong ke toan dung lai bia ho so cu, tiet kiem gan 2 trieu van phong pham',
    'Xã dùng chữ ký số, bỏ hẳn bản giấy, hồ sơ xử lý nhanh gấp đôi',
  ],
  defense_security: [
    'Đội xung kích phòng chống thiên tai thức trắng đêm di dời 23 hộ khỏi vùng sạt lở',
    'Chị Mai mưu trí giữ chân kẻ cướp giật cho đến khi công an đến',
    'hai thanh nien nhay xuong ao cuu be gai bi roi nuoc',
    'ap doi 4 to tu quan dem nao cung di tuan, thang nay khong mat trom',
    'Cựu quân nhân Phùng Văn Sử tình nguyện canh gác cột mốc cùng bộ đội biên phòng',
  ],
  environment: [
    'Chi đoàn 3 vẽ tranh bích họa lên 200m tường xóa quảng cáo rao vặt',
    'Các hộ ấp Mỹ Trung đồng loạt tháo dỡ hàng rào, lùi 1m cho đường rộng hơn',
    'ba Nam ban ve chai gom pin cu doi cay xanh cho ca hem',
    'thanh nien ra quan nao vet muong noi dong 1,2km',
    'Tuyến kênh không rác do hội phụ nữ tự quản, tháng này thả thêm 5 thùng rác nổi',
  ],
};

/** Facts and turns of phrase from newspapers, put as reports: 30 of 45 at first contact, then used for tuning. */
const FROM_THE_PRESS: Reports = {
  leadership: [
    'Chủ tịch xã Xuân Viên nuôi nhím trước, thấy được rồi mới nhân ra cho dân',
    'Hiệu trưởng sáng nào cũng có mặt ở cổng trường từ sớm, thầy trò nhìn vào mà làm',
    'dong chi truong ban cong tac mat tran gop dat truoc, dan thay vay cung dong tinh',
    'pho chu tich UBND xa an o cung dan ban Chuoi ca tuan sau lu, lo tung viec',
    'Lãnh đạo xã mỗi sáng thứ hai uống cà phê với dân, nghe góp ý rồi giao phòng ban làm ngay',
  ],
  communication: [
    'Tổ truyền thông cộng đồng Mường Toong đưa chính sách về tận bản bằng tiếng Mông, dễ hiểu dễ nhớ',
    'Đồn biên phòng Cà Roàng lắp radio và loa phóng thanh ở nhà sinh hoạt cộng đồng cho bà con nghe tin thời tiết',
    'huyen doan phat dong viet thu phap loi day cua Bac tang doan vien',
    'chi doan My Bac to chuc mat thu online tim hieu Bac tren trang facebook cua doan phuong',
    'gia lang Y Nue pho bien luat hon nhan, giao thong cho dan lang bang tieng E De',
  ],
  economy: [
    'Ông Hải buôn Ea Kiêng chỉ bà con cách trồng sầu riêng, mỗi năm lời 1,5 tỷ',
    'Ông Vù Seo Dế trồng rau VietGAP, bày cho cả thôn cùng làm',
    'anh Nha lam mo hinh vuon ao chuong, nay da co cua an cua de',
    'ong Vuong lap nhom san xuat, thu mua het hoa mau cua ba con voi gia tot',
    'Chị Triệu Thị Cồ trồng na và nuôi dê từ vốn đi vay, nay cho chị em mượn lại đồng vốn',
  ],
  culture_society: [
    'Em An lớp 7/2 thấy chiếc ví 6,4 triệu trong sân trường, mang nộp cho thầy Tổng phụ trách Đội',
    'Nữ sinh lớp 6 không tham của rơi, đem túi xách 4 triệu tới trường nhờ thầy cô tìm chủ nhân',
    'anh Hiep khong tham tien roi, giao gio xach 21 trieu cho cong an thi tran de tra chu',
    'Giang A Su dung doi duoi mua may tieng de gui lai vi cho chu xe',
    'co Tuyen day tieng Anh khong thu tien cho tre em dong bao Ma',
  ],
  social_welfare: [
    'Đoàn viên rửa xe gây quỹ được 6 triệu mua quà cho các em nhỏ dịp Tết Nguyên đán',
    'Sinh viên và xã đoàn gói 200 đòn bánh tét gửi gia đình chính sách',
    'thanh nien thon Coc Xa giup ho ngheo gat lua, sua chuong trau',
    'huyen doan tang 1 xe dap, 1 chan am cho em Ly Thi Pa bo me mat som',
    'Anh Mạnh mắc bệnh xương thủy tinh vẫn đi vận động nhà hảo tâm giúp người cùng cảnh',
  ],
  party_building: [
    'Chi bộ tổ chức đọc bộ sách Vang vọng lời nước non, các đảng viên trao đổi',
    'Đảng viên và quần chúng cơ quan xem phim tư liệu Bác Hồ trong kỳ sinh hoạt tháng 5',
    'chi bo trung tam khuyen cong quy IV thao luan giai phap lam viec theo phong cach cua Bac',
    'dang vien viet ban dang ky lam theo Bac, treo o phong hop de nhac nhau',
    'Đảng ủy xã Vĩnh Kim chấm điểm chi bộ hằng quý, chi bộ yếu được cử cấp ủy viên về dự',
  ],
  public_service: [
    'Cán bộ phường hết việc mới về chứ không hết giờ, trưa vẫn tiếp người dân tới làm sổ đỏ',
    'UBND phường phát thẻ đánh giá hài lòng, gửi thư xin lỗi khi giải quyết trễ',
    'trung tam hanh chinh xa xep 2 doan vien truc ho tro nguoi dan quet ma QR boc so',
    'don vi tat den, tat dieu hoa khi ra khoi phong, moi thang bot 900 nghin tien dien',
    'Công an phường đến từng nhà làm thẻ CCCD cho người nằm một chỗ',
  ],
  defense_security: [
    'Tổ liên gia tự quản xóm Mảng phát hiện 1 người tàng trữ ma túy, 3 người đánh bạc, báo công an xã',
    'Dòng họ Thò tự quản về ANTT, 3 năm không có vụ khiếu kiện',
    'khu dan cu Pho lap gan 1000 den an ninh sang tu 18h den 5h sang',
    'to tu phong tu quan tu bao ve xom Dong giup 2 nguoi lam loi tai hoa nhap cong dong',
    'cong an vien xa can ngan hai nhom thanh nien danh nhau, khong de xay ra an mang',
  ],
  environment: [
    'Thanh niên chặt cây mai dương dọc bờ ruộng từ thôn Háo Lễ đến Nho Lâm, dài 1km',
    'Biến bãi rác tự phát đầu hẻm thành vườn hoa nhỏ, bà con thay nhau tưới',
    'hoi phu nu thuc hien 5 khong 3 sach, sua lai nha ve sinh cho 6 ho',
    'dvtn do be tong doan duong vao thon dai 150m',
    'thay day dien va cum bong den cho cong trinh thap sang duong que 400m',
  ],
};

/** A second lot from newspapers, after that tuning: 28 of 36 at first contact, 5 unanswered, 3 wrong: the honest measure. */
const MORE_FROM_THE_PRESS: Reports = {
  leadership: [
    'Bà Hạnh bí thư chi bộ tiểu khu 6 lập hộp thư nghe dân phản ánh, việc gì cũng trả lời trong 3 ngày',
    'Phó trưởng thôn An Phước không quản ngày đêm, việc gì cũng làm trước rồi mới nói',
    'can bo di tung nha, phan anh cua dan duoc chu tich xa xu ly tai cho',
    'chi hoi truong Duong Van Be luon tien phong, vuong cho nao go cho do',
  ],
  communication: [
    'CLB Ông kể cháu nghe kể mẩu chuyện về tấm gương Bác Hồ cho 8.265 lượt người',
    'Dán poster và phát tờ hướng dẫn ở nhà văn hóa để bà con biết chủ trương mới của xã',
    'nhom zalo tieu thuong truyen tai chu truong chinh sach kip thoi',
    'ong Kim Ruone den tung nha noi cho ba con Khmer hieu duong loi cua Dang',
  ],
  economy: [
    'Hội viên CCB cho nhau vay 100 triệu lãi thấp để xóa nghèo',
    'Chi hội phụ nữ nuôi heo đất, cuối năm chia cho 107 chị mua sắm, ai thiếu vốn được mượn trước',
    'mo 18 lop tap huan khkt trong trot va chan nuoi cho 700 hoi vien',
    'ong Ruone van dong ba con chuyen doi co cau cay trong, nang cao thu nhap',
  ],
  culture_society: [
    'Tặng 51 suất học bổng cho học sinh vượt khó học giỏi, mỗi suất 700.000 đồng',
    'Cụ bà 77 tuổi mua lồng đèn cho trẻ trong xóm rước đêm rằm tháng tám',
    'hoi nct to chuc mung tho cho 32 cu tron 80 tuoi',
    'van dong xay nha van hoa thon 210 trieu',
  ],
  social_welfare: [
    'Hội LHPN xã Nghĩa Phú gom ống tiền tiết kiệm, trao 234 kg gạo cho 5 chị em',
    'Xây tặng nhà đồng đội cho một hội viên trị giá 35 triệu',
    'phat tui an sinh 300 nghin cho lao dong that nghiep mua dich',
    'ba Hanh nhan cham soc nuoi an hoc 3 chau khong cha me',
  ],
  party_building: [
    'Mô hình 1+10, mỗi đảng viên gắn với 10 hộ, chi bộ nghe báo cáo hằng tháng',
    '566 đảng viên ở 6 chi bộ khu dân cư được giao nắm tình hình nhân dân',
    'chi bo rut kinh nghiem sau moi ky hop, dang vien noi thang noi that',
    'dang bo bo phan truong tieu hoc ra mat chi bo sinh hoat bang may tinh bang',
  ],
  public_service: [
    'Mô hình 10 bản chứng thực 15 phút trả của Trung tâm Phục vụ hành chính công',
    'Công chức đến tận giường bệnh lấy dấu vân tay làm căn cước cho cụ Sáu',
    'phuong ap dung 4 tai cho, dan khong phai cho qua 20 phut',
    'nhan vien y te khong nhan qua cam on cua benh nhan sinh con',
  ],
  defense_security: [
    'Anh Mạnh vận động các nhà lắp mắt camera, phối hợp tuần tra đêm với công an',
    'Bộ đội giúp dân khắc phục thiên tai, dựng lại 14 mái nhà tốc mái',
    'to nhan dan tu quan nhac nho thanh nien khong tu tap ruou che gay roi',
    'dan bao cho cong an biet cho nau pha lau ban hang cam',
  ],
  environment: [
    'Tuyến đường cờ và hoa 1,6 km từ cổng chào thôn đến đập Mụ Phong do dân góp cây cảnh',
    'Bà Mai xin đá xanh lấp những đoạn sụt lún trong hẻm 467',
    'hoi vien lam hang rao xanh va don ngo xom moi tuan',
    'du khach va nguoi dan gom rac tren bai tam',
  ],
};

describe('reports that were written apart from the samples', () => {
  it.each([
    ['written before the vocabulary', OWN, 0.95],
    ['more of these', MORE_OWN, 0.95],
    ['taken from newspapers', FROM_THE_PRESS, 0.9],
    ['more from newspapers', MORE_FROM_THE_PRESS, 0.85],
  ])('get their field: %s', (_, reports, floor) => {
    const { share, misses } = score(reports);
    expect(share, JSON.stringify(misses, undefined, 1)).toBeGreaterThanOrEqual(floor);
  });
});

function score(reports: Reports) {
  const rows = Object.entries(reports).flatMap(([field, texts]) => texts.map((text) => ({ field, text })));
  const misses = rows
    .map((row) => ({ ...row, guess: guessField(row.text) ?? 'none' }))
    .filter(({ field, guess }) => field !== guess);
  return { share: 1 - misses.length / rows.length, misses };
}
