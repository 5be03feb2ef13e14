/**
 * Who can have done a deed. `person` titles stand before a name; `role` is a person when a name follows and a group
 * otherwise; `place` is the people of a place when nobody else is named; `act` ends the part that names the doer.
 */
export const DOER_WORDS = {
  neutral: `
    sáng, trưa, chiều, tối, đêm, khuya, hôm, hôm nay, hôm qua, hôm kia, nay, sáng nay, chiều nay, tối nay, tối qua,
    đêm qua, sáng qua, chiều qua, trưa nay, ngày, tháng, năm, tuần, tuần này, tuần qua, tuần trước, tháng này, vừa qua,
    mới đây, lúc, khoảng, giờ, vào, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, chủ nhật, chủ nhật xanh, cn,
    trật tự, xã hội, mình, tôi, em thấy, mình thấy, tự quản, tổ chức, đồng chủ trì, mô hình, gia đình văn hóa, gia đình chính sách,
    gia đình liệt sĩ, chi bộ đảng, nhà trường học, hộ nghèo, hộ khẩu`,
  individual: `
    anh, chị, ông, bà, cụ, cụ ông, cụ bà, em, bé, cháu, bác, chú, cô, dì, cậu, thím, mợ, dượng, thầy, thầy giáo,
    cô giáo, đồng chí, đ c, đc, bạn, bác sĩ, bs, y sĩ, y tá, điều dưỡng, dược sĩ, nghệ nhân, tài xế, lái xe, già làng,
    bí thư, phó bí thư, bí thư chi bộ, bí thư đảng ủy, bí thư đoàn, bí thư chi đoàn, bí thư đoàn xã, chủ tịch,
    phó chủ tịch, chủ tịch hội, chủ tịch xã, chủ tịch ubnd, chủ tịch công đoàn, trưởng thôn, trưởng ấp, trưởng bản,
    trưởng xóm, trưởng khu phố, phó trưởng thôn, trưởng ban, trưởng phòng, tổ trưởng, tổ phó, chi hội trưởng,
    chi hội phó, hội trưởng, đội trưởng, hiệu trưởng, hiệu phó, giám đốc, thủ trưởng, lớp trưởng, trưởng công an,
    trưởng trạm, sư thầy, sư cô, đại đức, thượng tọa, hòa thượng, linh mục, mục sư, thượng úy, trung úy, đại úy,
    thiếu úy, thiếu tá, trung tá, thượng tá, đại tá, hạ sĩ, trung sĩ, binh nhất, cộng tác viên, cộng tác viên truyền thanh,
    tuyên truyền viên, báo cáo viên, nữ sinh, nam sinh, cựu quân nhân, công an viên, một người, một bạn, một em, một anh,
    một chị, một cụ, người dân tên`,
  role: `
    đảng viên, đảng viên trẻ, đoàn viên, hội viên, thanh niên, học sinh, sinh viên, giáo viên, ccb, cựu chiến binh,
    cán bộ, công chức, viên chức, nhân viên, chiến sĩ, thương binh, công nhân, nông dân, phụ nữ, bảo vệ, thôn đội trưởng,
    cán bộ đoàn, cán bộ một cửa, người cao tuổi, phật tử, tiểu thương, người dân, bảo vệ dân phố, thợ hồ`,
  household: `
    gia đình, vợ chồng, hai vợ chồng, hộ gia đình, hộ ông, hộ bà, hộ anh, hộ chị, nhà ông, nhà bà, nhà anh, nhà chị,
    cả nhà, hai mẹ con, hai cha con, hai bố con, hai ông bà, hai bà cháu, hai ông cháu, đại gia đình, mẹ con, cha con`,
  collective: `
    chi đoàn, liên chi đoàn, đoàn xã, xã đoàn, đoàn phường, phường đoàn, huyện đoàn, thị đoàn, tỉnh đoàn, đoàn thị trấn,
    đoàn trường, đoàn khối, đoàn cơ sở, đoàn thanh niên, đoàn tn, tuổi trẻ, chi hội, hội, hội phụ nữ, hội lhpn,
    hội nông dân, hội ccb, hội cựu chiến binh, hội chữ thập đỏ, hội khuyến học, hội người cao tuổi, hội nct, phân hội,
    tổ, tổ xung kích, tổ an ninh, tổ an ninh trật tự, tổ một cửa, tổ phụ nữ, tổ hợp tác, tổ công nghệ số, tổ công nghệ số cộng đồng,
    tổ tự quản, tổ hòa giải, tổ tuần tra, tổ truyền thông, đội, đội xung kích, đội tình nguyện, liên đội, đội văn nghệ,
    nhóm, nhóm bạn, công đoàn, công đoàn cơ sở, chi bộ, chi ủy, đảng bộ, đảng ủy, cấp ủy, ban thường vụ, ban chấp hành,
    ban chỉ huy, ban chỉ huy quân sự, ban công tác mặt trận, ban, ban giám hiệu, ban quản lý, mặt trận, mttq, ubmttq,
    ủy ban, ubnd, hđnd, văn phòng, phòng, khoa, bộ phận, bộ phận một cửa, trung tâm, cơ quan, đơn vị, trạm, trạm y tế,
    bệnh viện, bưu điện, htx, hợp tác xã, công ty, cty, doanh nghiệp, dntn, ngân hàng, quỹ, clb, câu lạc bộ, trường,
    nhà trường, trường mầm non, trường tiểu học, lớp, chùa, nhà chùa, giáo xứ, nhà thờ, họ đạo, dòng họ, quán, quán cơm,
    bếp ăn, fanpage, trang zalo, đài truyền thanh, công an, công an xã, công an phường, dân quân, dân phòng, quân sự,
    bộ đội, đồn biên phòng, biên phòng, lực lượng, bà con, nhân dân, dân làng, dân bản, cả xóm, cả làng, cả thôn, cả lớp,
    các bạn, các em, các anh, các chị, các cô, các bác, các cụ, các ông, các bà, các cháu, các hộ, các mẹ, các thầy,
    các đồng chí, các đoàn viên, các hội viên, mấy bạn, mấy anh, mấy chị, mấy em, những người, những bạn, mọi người,
    chị em, chị em phụ nữ, anh em, anh chị em, thầy trò, cô trò, thầy cô, thầy cô giáo, tập thể, tập thể lớp, hai em,
    hai anh, hai chị, hai bạn, hai cháu, hai anh em, hai chị em, hai thanh niên, hai học sinh, ba em, ba bạn, đoàn,
    lãnh đạo, dvtn, đvtn, ubmt, bch, cbcs, khối`,
  place:
    'thôn, ấp, bản, làng, xóm, buôn, khóm, khu phố, khu dân cư, tổ dân phố, xã, phường, thị trấn, huyện, hẻm, khối phố',
  act: `
    ra quân, giúp, giúp đỡ, hỗ trợ, tặng, trao, trao tặng, biếu, gửi, phát, phát động, thăm, viếng, ủng hộ, quyên góp, quyên, góp,
    đóng góp, vận động, kêu gọi, hiến, hiến đất, hiến máu, nhặt, lượm, cứu, trả, trả lại, giao, giao nộp, nộp, bắt, xây,
    xây dựng, sửa, sửa chữa, làm, trồng, chăm sóc, dọn, dọn dẹp, vệ sinh, quét, thu gom, gom, vớt, nạo vét, khơi thông,
    vá, đổ, lắp, lắp đặt, thắp, thắp sáng, treo, vẽ, nấu, chở, đưa, dẫn, dẫn đường, dạy, mở, mở lớp, lập, thành lập,
    tổ chức, thực hiện, triển khai, tham gia, tuyên truyền, phổ biến, hướng dẫn, chia sẻ, đăng, viết, quay, dịch, kể,
    khám, khám bệnh, cắt tóc, hớt tóc, chữa, dập, dập lửa, phân luồng, đứng, tuần tra, đi, đến, về, xuống, ở lại, xin,
    nhận, nhận đỡ đầu, đỡ đầu, nuôi, bán, mua, cho, cho vay, bao tiêu, tài trợ, đầu tư, tiết kiệm, giảm, thay, đập, bắc,
    phá, mở đường, be bờ, gặt, kèm, phân công, xung phong, kết nạp, sinh hoạt, chỉ đạo, đối thoại, tiếp, giải quyết,
    tự, tự nguyện, tình nguyện, tự bỏ, bỏ, đã, vừa, đang, vẫn, luôn, không, thường, thường xuyên, cùng, chung tay,
    phối hợp, nhiều lần, gương mẫu, đi đầu, trực tiếp, báo, phát hiện, hòa giải, lao, nhảy, lao xuống, từ chối, cài,
    di dời, canh, thức, nhường, chuyển, chuẩn bị, chạy, lo, may, đan, cấp, ký, đăng ký, duy trì, quản lý, đổi, đổi mới,
    giới thiệu, sử dụng, dùng, làm thêm, trích, ươm, thả, chặt, tháo dỡ, gói, rửa xe, đỡ, bày, thu, chia, nhắc, bồi dưỡng`,
};

/** What tells the kind of doer wherever it stands. */
export const WORDS_ANYWHERE = {
  household: 'ra khỏi hộ nghèo, khỏi hộ nghèo, khỏi danh sách hộ nghèo, xin thoát nghèo, trả sổ hộ nghèo',
  collective: `
    ra quân, bạn tham gia, đoàn viên tham gia, hội viên tham gia, người tham gia, đồng chí tham gia, lượt đoàn viên,
    lượt hội viên`,
};
