/**
 * Who can have done a deed. `person` titles stand before a name; `role` is a person when a name follows and a group
 * otherwise; `place` is the people of a place when nobody else is named; `act` ends the part that names the doer.
 * `neutral` may stand before a doer; `opening` begins a clause that tells how it came about, up to its comma.
 */
export const DOER_WORDS = {
  neutral: `
    sáng, trưa, chiều, tối, đêm, khuya, rạng sáng, hôm, hôm nay, hôm qua, hôm kia, hôm trước, hôm rồi, hôm nọ, bữa nay, bữa qua,
    nay, sáng nay, chiều nay, tối nay, tối qua, qua, trước, cách đây, vừa rồi, hôm thứ, mùng, mồng, đầu, cuối, giữa,
    đêm qua, sáng qua, chiều qua, trưa nay, trưa qua, ngày, tháng, năm, tuần, tuần này, tuần qua, tuần trước, tháng này,
    tháng trước, vừa qua, mới đây, mới rồi, lúc, khoảng, giờ, vào, vào lúc, h, thứ, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu,
    thứ bảy, chủ nhật, chủ nhật xanh, cn, trong tuần, trong tháng, trong tuần qua, trong tháng qua,
    trật tự, xã hội, mình, tôi, em thấy, mình thấy, tôi thấy, tự quản, tổ chức, đồng chủ trì, mô hình, gia đình văn hóa, gia đình chính sách,
    gia đình liệt sĩ, chi bộ đảng, nhà trường học, hộ nghèo, hộ cận nghèo, hộ khẩu, nhờ, nhờ có, cảm ơn, cám ơn, biểu dương, tuyên dương,
    khen, tin vui, tin tốt, gương sáng, việc tốt, việc tốt của, có một, có 1, gương người tốt việc tốt, báo cáo, xin báo, hoan nghênh, kính báo`,
  opening: `
    tại, ở, trên, trên đường, trong lúc, trong khi, trong đêm, trong cơn, trong đợt, trong trận, trong mưa, sau, sau khi,
    khi, trước khi, thấy, biết, biết tin, nghe, nghe tin, hay, hay tin, được tin, nhân, nhân dịp, hưởng ứng, thực hiện, với, do, vì,
    để, nhằm, dù, mặc dù, tuy, gặp, không quản, bất chấp, giữa, đang, vừa, chẳng, phát hiện, nhìn thấy, chứng kiến, đi làm về,
    xuất phát từ, từ, cứ, mỗi, hằng, hàng, nhận tin, nhận được tin, nhận được, thương, xót, đến, kỷ niệm, chào mừng, chuẩn bị, sinh nhật, là,
    tranh thủ, tận dụng, không may, chỉ sau, trải qua, suốt, phát huy, cùng với, song song với, lo, sợ, chẳng ngại`,
  individual: `
    anh, chị, ông, bà, cụ, cụ ông, cụ bà, em, bé, cháu, bác, chú, cô, dì, cậu, thím, mợ, dượng, thầy, thầy giáo,
    cô giáo, đồng chí, đ c, đc, bạn, bác sĩ, bs, bsck, y sĩ, y tá, điều dưỡng, dược sĩ, nghệ nhân, nghệ nhân ưu tú, nghệ sĩ, tài xế, tài xế taxi, lái xe,
    lái xe ôm, già làng, cậu bé, cô bé, bé gái, bé trai, cụ già, bác sỹ, ths, tiến sĩ, gs, pgs, kỹ sư, luật sư, võ sư, ca sĩ, vận động viên,
    họa sĩ, nhạc sĩ, nhà báo, nhà giáo, bưu tá, giao dịch viên, tiếp viên, huấn luyện viên, thuyền trưởng, chủ tàu, chủ nhà trọ, chủ quán, ông chủ, bà chủ,
    bí thư, phó bí thư, bí thư chi bộ, bí thư đảng ủy, bí thư đoàn, bí thư chi đoàn, bí thư đoàn xã, bí thư huyện đoàn, bí thư xã đoàn, chủ tịch,
    phó chủ tịch, chủ tịch hội, chủ tịch xã, chủ tịch ubnd, chủ tịch công đoàn, trưởng thôn, trưởng ấp, trưởng bản, trưởng buôn, trưởng khóm,
    trưởng xóm, trưởng khu phố, trưởng tdp, trưởng khu dân cư, trưởng nhóm, trưởng chi hội, trưởng đội, trưởng bộ phận, trưởng câu lạc bộ, trưởng tiểu khu, phó trưởng thôn, phó thôn, trưởng ban, phó ban, trưởng ban công tác mặt trận, phó trưởng công an, trưởng phòng, tổ trưởng, tổ phó, tổ trưởng tdp, chi hội trưởng,
    chi hội phó, hội trưởng, đội trưởng, hiệu trưởng, hiệu phó, phó hiệu trưởng, giám đốc, phó giám đốc, thủ trưởng, lớp trưởng, trưởng công an,
    trưởng trạm, trưởng trạm y tế, trưởng khoa, sư thầy, sư cô, ni sư, đại đức, thượng tọa, hòa thượng, linh mục, mục sư, soeur, thượng úy, trung úy, đại úy,
    thiếu úy, thiếu tá, trung tá, thượng tá, đại tá, hạ sĩ, trung sĩ, thượng sĩ, binh nhất, binh nhì, cộng tác viên, cộng tác viên truyền thanh,
    tuyên truyền viên, báo cáo viên, nữ sinh, nam sinh, nữ, cựu quân nhân, công an viên, một người, một bạn, một em, một anh,
    một chị, một cụ, một ông, một bà, một phụ nữ, một thanh niên, người dân tên, nhà sư, việt kiều, mẹ vnah, mẹ việt nam anh hùng, tân sinh viên, du học sinh,
    người có uy tín, người bán vé số, bán vé số, thợ, thợ sửa xe, thợ điện, lao công, chị lao công, ve chai, đồng nát, shipper, xe ôm, tik toker, tiktoker, youtuber,
    nhân viên gác chắn, thầy thuốc, lương y, cựu tnxp, hội viên tên, người thợ, người phụ nữ, người đàn ông, kỹ thuật viên, hộ sinh, cô đỡ thôn bản, cô đỡ, nữ hộ sinh, thầy hiệu trưởng, cô hiệu trưởng,
    trưởng đồn, đồn trưởng, chính trị viên, đội phó, phó chủ tịch hội, nguyên bí thư, nguyên chủ tịch, phó trưởng ban, thanh niên tên, bà cụ, ông cụ, người lái đò, chủ doanh nghiệp, chủ hộ`,
  role: `
    đảng viên, đảng viên trẻ, đoàn viên, hội viên, thanh niên, học sinh, sinh viên, sv, hs, giáo viên, gv, ccb, cựu chiến binh,
    cán bộ, công chức, viên chức, nhân viên, nv, nhân viên y tế, nhân viên giao hàng, nhân viên môi trường, chiến sĩ, thương binh, bệnh binh, công nhân, công nhân vệ sinh, công nhân môi trường, nông dân, phụ nữ, bảo vệ, thôn đội trưởng,
    cán bộ đoàn, cán bộ một cửa, cán bộ khuyến nông, người cao tuổi, phật tử, tiểu thương, bảo vệ dân phố, thợ hồ, thợ xây, ngư dân, cskv, cảnh sát khu vực,
    csgt, cảnh sát giao thông, cảnh sát, bộ đội, dân quân, dân quân cơ động, dân quân tự vệ, công an, phụ huynh, chiến sĩ nghĩa vụ, tân binh, xã viên, đội viên, tình nguyện viên, qncn, quân nhân,
    bộ đội biên phòng, chiến sĩ biên phòng, doanh nhân, giáo dân, hướng dẫn viên, phóng viên, cbcs, tnxp, cựu học sinh, cựu giáo chức, người dân`,
  household: `
    gia đình, gđ, vợ chồng, hai vợ chồng, đôi vợ chồng, vc, hộ gia đình, hộ ông, hộ bà, hộ anh, hộ chị, nhà ông, nhà bà, nhà anh, nhà chị, nhà cô, nhà chú, nhà bác,
    cả nhà, hai mẹ con, hai cha con, hai bố con, hai ông bà, hai bà cháu, hai ông cháu, đại gia đình, mẹ con, cha con, bố con, bà cháu, ông cháu, ba mẹ con, ba cha con`,
  collective: `
    chi đoàn, liên chi đoàn, đoàn xã, xã đoàn, đoàn phường, phường đoàn, huyện đoàn, thị đoàn, tỉnh đoàn, thành đoàn, quận đoàn, đoàn thị trấn,
    đoàn trường, đoàn khối, đoàn cơ sở, đoàn thanh niên, đoàn tn, tuổi trẻ, chi hội, hội, hội phụ nữ, hội lhpn, hội pn, hpn, hnd, hccb, hctđ, hội ctđ,
    hội nông dân, hội ccb, hội cựu chiến binh, hội chữ thập đỏ, hội khuyến học, hội người cao tuổi, hội nct, phân hội, hội thầy thuốc trẻ, hội đồng hương, hội đông y,
    tổ, tổ xung kích, tổ an ninh, tổ an ninh trật tự, tổ một cửa, tổ phụ nữ, tổ hợp tác, tht, tổ công nghệ số, tổ công nghệ số cộng đồng, tổ cnscđ, tổ vay vốn, tổ liên gia, tổ bảo vệ an ninh trật tự, tổ bvantt,
    tổ tự quản, tổ hòa giải, tổ tuần tra, tổ truyền thông, tổ tiết kiệm, tổ tiết kiệm và vay vốn, tổ phụ nữ tiết kiệm, tổ đội, đội, đội xung kích, đội tình nguyện, đội thanh niên tình nguyện, thanh niên tình nguyện, liên đội, đội văn nghệ, đội tuyên truyền, đội tuyên truyền măng non, đội thiện nguyện, đội tuần tra, đội cầu từ thiện, đội công tác, đội dân phòng, đội cứu hộ, hải đội, lữ đoàn, sư đoàn, tiểu đoàn, trung đoàn, đại đội,
    trung đội, tiểu đội, binh đoàn, quân đoàn, vùng, hải đoàn, tàu, kíp, ê kíp,
    nhóm, nhóm bạn, nhóm bạn trẻ, nhóm bạn học, nhóm thiện nguyện, nhóm từ thiện, công đoàn, công đoàn cơ sở, cđcs, lđlđ, liên đoàn lao động, chi bộ, cb, chi ủy, đảng bộ, đảng ủy, cấp ủy, ban thường vụ, btv, ban chấp hành,
    ban chỉ huy, ban chỉ huy quân sự, ban chqs, bch quân sự, bchqs, chqs, ban công tác mặt trận, bctmt, ban, ban giám hiệu, ban quản lý, ban tự quản, ban phát triển thôn, ban liên lạc, bql, bll, mặt trận, mttq, ubmttq, ub mttq, ub mttq vn, ủy ban mttq,
    ủy ban, ubnd, ub, hđnd, văn phòng, phòng, sở, chi cục, cục, khoa, khoa cấp cứu, bộ phận, bộ phận một cửa, trung tâm, ttytế, cơ quan, đơn vị, trạm, trạm y tế, nhà máy, xí nghiệp, điện lực, pc, kho bạc, thuế, bhxh, bảo hiểm xã hội, bưu cục, chi cục thuế, tổ dân cư, tiểu khu, hạt kiểm lâm, trạm kiểm lâm, đội quản lý, tòa soạn, tòa soạn báo, thường trực,
    bệnh viện, bv, bưu điện, htx, hợp tác xã, công ty, công ty may, cty, cty may, doanh nghiệp, tập đoàn, chi nhánh, dntn, ngân hàng, quỹ, clb, câu lạc bộ, trường, đh, trường đh, đại học,
    nhà trường, trường mầm non, trường tiểu học, trường thcs, trường thpt, lớp, chùa, nhà chùa, giáo xứ, họ giáo, nhà thờ, họ đạo, dòng họ, dòng tộc, quán, quán cơm, tiệm,
    bếp ăn, bếp, nhà ăn, nhóm nhà ăn, fanpage, trang zalo, đài truyền thanh, đài, công an xã, công an phường, công an huyện, công an tỉnh, ca xã, ca phường, ca tỉnh, dân quân xã, dân phòng, quân sự, bvdp,
    đồn biên phòng, đồn bp, đồn, trạm biên phòng, biên phòng, bđbp, cảnh sát biển, cảnh sát pccc, hải quan, kiểm lâm, kiểm ngư, lực lượng, bà con, nhân dân, dân làng, dân bản, cả xóm, cả làng, cả thôn, cả lớp, cả tổ, cán bộ chiến sĩ, cán bộ nhân viên, cbnv, cán bộ giáo viên, tập thể cán bộ, y bác sĩ, các y bác sĩ, người dân thôn, người dân ấp, người dân xã,
    các bạn, các em, các anh, các chị, các cô, các bác, các cụ, các ông, các bà, các cháu, các chú, các hộ, các mẹ, các thầy, các chiến sĩ, các học sinh, các sinh viên, các bác sĩ, các nhà hảo tâm, các y tá,
    các đồng chí, các đoàn viên, các hội viên, các đảng viên, các ngư dân, các thành viên, mấy bạn, mấy anh, mấy chị, mấy em, những người, những bạn, mọi người, bạn đọc, tiểu thương chợ, nhà hảo tâm, mạnh thường quân,
    chị em, chị em phụ nữ, anh em, anh chị em, thầy trò, cô trò, thầy cô, thầy cô giáo, thầy và trò, tập thể, tập thể lớp, nhóm học sinh, nhóm sinh viên, đoàn viên thanh niên, đoàn,
    lãnh đạo, dvtn, đvtn, ubmt, bch, khối, kiều bào, đồng bào, người lao động, tổ chức, khu dân cư, kdc, tdp, cộng đồng`,
  place:
    'thôn, ấp, bản, làng, xóm, buôn, khóm, khu phố, khu, kp, tổ dân phố, xã, phường, thị trấn, huyện, tỉnh, thành phố, tp, hẻm, khối phố, điểm trường, chung cư, cù lao, bến xe',
  act: `
    ra quân, giúp, giúp đỡ, giúp dân, hỗ trợ, tặng, trao, trao tặng, biếu, gửi, phát, phát động, thăm, viếng, ủng hộ, quyên góp, quyên, góp,
    đóng góp, vận động, kêu gọi, huy động, hiến, hiến đất, hiến máu, nhặt, lượm, cứu, cứu sống, trả, trả lại, giao, giao nộp, nộp, bắt, xây,
    xây dựng, sửa, sửa chữa, làm, làm lại, trồng, chăm sóc, dọn, dọn dẹp, vệ sinh, quét, thu gom, gom, vớt, nạo vét, khơi thông,
    vá, đổ, lắp, lắp đặt, thắp, thắp sáng, treo, vẽ, nấu, chở, đưa, dẫn, dẫn đường, dạy, mở, mở lớp, lập, thành lập,
    tổ chức, thực hiện, triển khai, tham gia, tuyên truyền, phổ biến, hướng dẫn, chia sẻ, đăng, viết, quay, dịch, kể,
    khám, khám bệnh, cắt tóc, hớt tóc, chữa, dập, dập lửa, dập tắt, phân luồng, đứng, tuần tra, đi, đến, về, xuống, ở lại, xin,
    nhận, nhận đỡ đầu, đỡ đầu, nuôi, bán, mua, cho, cho vay, bao tiêu, tài trợ, đầu tư, tiết kiệm, giảm, thay, đập, bắc,
    phá, mở đường, be bờ, gặt, kèm, phân công, xung phong, kết nạp, sinh hoạt, chỉ đạo, đối thoại, tiếp, giải quyết,
    tự, tự nguyện, tình nguyện, tự bỏ, bỏ, bỏ tiền, đã, vừa, đang, vẫn, luôn, không, ko, k, thường, thường xuyên, cùng, chung tay, chung sức,
    phối hợp, nhiều lần, gương mẫu, đi đầu, trực tiếp, báo, phát hiện, hòa giải, lao, nhảy, lao xuống, từ chối, cài,
    di dời, canh, thức, nhường, chuyển, chuẩn bị, chạy, lo, may, đan, cấp, ký, đăng ký, duy trì, quản lý, đổi, đổi mới,
    giới thiệu, sử dụng, dùng, làm thêm, trích, ươm, thả, chặt, tháo dỡ, gói, rửa xe, đỡ, bày, thu, chia, nhắc, bồi dưỡng,
    mang, bàn giao, cử, điều, lợp, lợp lại, đào, đắp, gia cố, khắc phục, tập huấn, tư vấn, ngăn, ngăn chặn, can ngăn, cõng, kéo, giữ, truy đuổi, khống chế, trực, gác, dừng,
    dán, sơn, bốc, chế, chế tạo, sáng chế, thiết kế, hát, biểu diễn, dành, miễn, miễn phí, kết nối, đặt, lội, chèo, bơi, băng, leo, sơ cứu, cấp cứu, tìm, tìm thấy, tìm kiếm, thu hồi,
    khuyên, khuyên bảo, thuyết phục, động viên, bảo vệ, bảo lãnh, đối chiếu, đề xuất, sáng kiến, cải tiến, rút ngắn, số hóa, nhân rộng, phụ trách, tổ chức được, lên, ra, vào rừng, rà soát, xử lý, đề nghị,
    cắt, cắt giảm, hiến tặng, hiến tạng, hiến thận, hiến mô, hiến tóc, hiến tiểu cầu, may tặng, nhanh trí, nhanh chóng, kịp thời, kịp, dũng cảm, bất ngờ, liền, lập tức, ngay lập tức, cũng, mỗi, hằng ngày, hàng ngày, ngày nào, đêm nào, tối nào, suốt, bám, đưa đón, bế, bơm, chung, được, bị, có, hết lòng, tận tình, tích cực, âm thầm, lặng lẽ, cần mẫn, miệt mài, tranh thủ, hơn, gần, đồng loạt, đồng lòng, tự tay, tự giác, mời,
    làm chủ, làm nghề, ra tay, xông vào, đạp cửa, phá cửa, đẩy, kịp giữ, nuôi dạy, nuôi dưỡng, phụng dưỡng, chăm, chăm lo, bảo trợ, trình báo, chuyển khoản, cưu mang, hy sinh, thu âm, phát thanh, phát sóng, in, cung cấp, bố trí, mổ, phẫu thuật, tiêm, truyền dạy, truyền nghề, tiếp nhận, tiếp tế, cứu trợ, cứu hộ, cứu nạn, cứu giúp, hoàn thành, khánh thành, khởi công, dựng, dựng lại, cất, tu sửa, tôn tạo, trùng tu, dũng cảm cứu, cấy, cày, thu hoạch, hái, tưới, phun, phát quang, gỡ, tháo, nhặt được, lượm được, bắt được, bắt gọn, đấu tranh, gương mẫu đi đầu, làm tốt, làm giỏi, sản xuất, học, đọc, soạn, ôn, ra đồng, tuyên dương, đồng hành, thết đãi, đãi, tiếp sức, mừng, chúc, thắp hương, quét dọn, lau, rửa, gội đầu, giặt, khâu, thêu, đúc, đóng, gửi tặng, mượn, cho mượn, ứng, ứng tiền, bù, chịu, trả giúp, trả nợ, bảo ban, cảm hóa, giáo dục, ăn, ngồi, nhìn, thấy, nghe, chủ động, mạnh dạn, đứng ra, đứng đầu, đề ra, xoay vòng, quay vòng, tình cờ, vô tình, nhớ, tâm huyết, tận tụy, dầm mình, nêu gương, cam kết, thêm, chỉ, mưu trí, mắc, chấm điểm, phân loại, livestream, áp dụng, xếp, xem, hết, đối xử, phụ, phụ giúp, dìu, dắt, đội mưa, trèo, lặn, vượt, giấu, tận dụng, tái chế, ủng hộ được, ôm, níu, gỡ bom, rao, quyết định, nghĩ, lan tỏa, quảng bá, đón, tiễn, thay nhau, thay phiên, bàn, họp, thống nhất, nêu, phản ánh, công khai, chấp hành, nộp lại, giải cứu, giải nguy, tách, băng bó, hà hơi, hô hấp, hô hoán, gọi, trông, trông giữ, trông nom, chế biến, cất giữ, gây quỹ, bảo tồn, giữ gìn, sưu tầm, phục dựng, lưu giữ, phục hồi, khuân, vác, bốc vác, di chuyển, sơ tán, che, chắn, chằng chống, xây tặng, lắp tặng, dựng tặng, bồng, bắn, cảnh giác, tố giác, truy bắt, phục vụ, tắt, truyền tải, nhắc nhở, chứng thực`,
};

/** What tells the kind of doer wherever it stands. */
export const WORDS_ANYWHERE = {
  household: 'ra khỏi hộ nghèo, khỏi hộ nghèo, khỏi danh sách hộ nghèo, xin thoát nghèo, trả sổ hộ nghèo',
  collective: `
    ra quân, bạn tham gia, đoàn viên tham gia, hội viên tham gia, người tham gia, đồng chí tham gia, lượt đoàn viên,
    lượt hội viên`,
};

/** Words inside the name of a person that are no name: where they live, what they were. */
export const BESIDE_NAMES =
  'ở, tại, trú, trú tại, thuộc, của, quê, nguyên, cựu, kiêm, tên, tên là, là, trẻ, già, số, chợ, tôi, mình, ta, này, chúng tôi, 0 đồng, 0đ, 2000 đồng, tự quản, xung kích, cơ động, quản lý, về hưu, nghỉ hưu, hưu trí, gồm, nữ, cũ, chủ, con, khóa, cụm, tuyến';

/** What stands between two doers. */
export const WITH = 'và, với, cùng, cùng với, cùng vợ, cùng chồng, cùng vợ là, cùng con, cùng gia đình, and';

/** Behind "được" or "bị": what was done for the one before it. */
export const HELPED = `
  trả, trả lại, đưa, cứu, cứu sống, giúp, giúp đỡ, tặng, trao, hỗ trợ, sửa, sửa chữa, xây, xây dựng, khám, chữa, mổ, nhận lại,
  nhận đỡ đầu, bàn giao, dìu, cõng, chở, cấp, cho, cho mượn, cho vay, lợp, dựng, nuôi, cưu mang, đỡ đầu, thăm, cắt tóc, tìm thấy, phát hiện`;

export const FAMILY_NAMES = `
  nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đinh, đào, đoàn, trịnh, mai, tô, hà, cao,
  lò, vàng, vừ, giàng, sùng, thào, mùa, lầu, hạng, ma, triệu, nông, hứa, lương, quàng, cầm, tòng, cà, bế, thạch, danh, kim, châu, y, h,
  ksor, siu, rmah, đàm, tạ, phùng, lưu, vương, quách, tống, kiều, chu, thái, lữ, trương, tăng, tiêu, la, lù, lèng, chảo, tẩn, phàn,
  vi, lô, hờ, thò, chẻo, giáp, khổng, nghiêm, cù, ông, alăng, zơrâm, bling, coor, hôih, arất, ating, briu, mấu, pinăng, katơr, chamaléa, sầm`;

/** In front of a word for a person: more than one of them. */
export const SEVERAL =
  'các, mấy, những, nhiều, một số, toàn thể, tập thể, đông đảo, hàng trăm, hàng chục, một nhóm, nhóm các, đội ngũ, thế hệ';

/** In front of a word for a person or a group: what they were or are. */
export const FORMER = 'cựu, nguyên, nữ, nam, tân, phó, cậu, anh bạn, tập thể cựu';
