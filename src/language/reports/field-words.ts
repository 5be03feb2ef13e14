/**
 * What people write in reports, by field: 3 names a deed of the field, 2 belongs to it mostly, 1 only leans to it
 * (who acted, where).
 */
export const FIELD_WORDS = {
  leadership: {
    3: `
      nêu gương, gương mẫu, làm gương, đi đầu, đi trước, làm trước, người đứng đầu, chỉ đạo, lãnh đạo,
      đối thoại, tiếp dân, nói đi đôi với làm, cán bộ chủ chốt, về cơ sở, đi cơ sở, xuống cơ sở, bám cơ sở,
      sát cơ sở, lắng nghe ý kiến, ý kiến của dân, dưới tích cực làm theo, làm điểm trước, đồng cam cộng khổ,
      gần dân, sát dân, trọng dân, vì dân, ba cùng, cùng ăn cùng ở, xin lỗi dân, nêu cao trách nhiệm,
      dám nghĩ dám làm, dám chịu trách nhiệm, giao phòng ban, tiên phong, nói được làm được, việc khó,
      cùng dân, cùng với dân, hứa với dân, thăm hỏi dân, nghe dân, góp ý của dân, nghe góp ý, gỡ khó`,
    2: `
      bí thư, chủ tịch ubnd, chủ tịch xã, chủ tịch phường, phó chủ tịch, chủ tịch ủy ban, thủ trưởng,
      giám đốc, ban thường vụ, ủy viên, tháo gỡ, gỡ vướng, kiến nghị, noi theo, giải quyết dứt điểm,
      phụ trách thôn, phân công phụ trách, ban lãnh đạo, tập thể lãnh đạo, vướng mắc, hiệu trưởng, trưởng ban,
      trưởng thôn gương mẫu, trưởng công an, trưởng phòng, chủ tịch mặt trận, chủ tịch hđnd, trưởng đoàn,
      đại biểu hđnd, cử tri, cán bộ lãnh đạo, chủ tịch công đoàn`,
    1: `
      trưởng thôn, trưởng ấp, trưởng bản, trưởng khu phố, trưởng khóm, tổ trưởng, cấp ủy, già làng, làm theo,
      công khai, giám sát, dứt điểm, người uy tín, giải phóng mặt bằng, cam kết, lắng nghe, làm trước dân,
      đồng tình, đồng thuận, tự giác, hội trưởng`,
  },
  communication: {
    3: `
      tuyên truyền, truyền thông, báo cáo viên, cộng tác viên, fanpage, facebook, tiktok, youtube, bản tin,
      tin tốt, tin bài, đăng tin, đưa tin, viết bài, đăng bài, bài viết, đăng báo, gửi báo, phát thanh,
      truyền thanh, loa, cụm loa, loa phường, loa thông minh, phát loa, tờ rơi, tờ gấp, băng rôn, pa nô,
      áp phích, chuyên mục, kể chuyện, câu chuyện đẹp, gương sáng, lượt xem, lượt thích, lượt theo dõi,
      lượt chia sẻ, tin làng, mạng xã hội, tìm hiểu về, thi trực tuyến, cuộc thi tìm hiểu, podcast,
      trang thông tin, cổng thông tin, tin giả, infographic, phóng sự, góc học tập, bảng tin, lời dạy của bác,
      phổ biến luật, phổ biến pháp luật, phổ biến kiến thức, phổ biến chủ trương, phổ biến chính sách,
      đưa chính sách, thông tin chính sách, trợ giúp pháp lý, tư vấn pháp luật, rung chuông vàng,
      hái hoa dân chủ, tọa đàm, nói chuyện truyền thống, diễn đàn, loa kéo, loa phóng thanh, radio,
      mỗi ngày một tin, thu âm, bản tiếng, dịch sang tiếng, tiểu phẩm, kịch bản, ngày pháp luật, phóng viên,
      kênh youtube, trang facebook, tài khoản tiktok, viết báo, báo chí, bút ký, triển lãm ảnh, báo tường,
      khẩu hiệu, phản bác, tin xấu độc, cổ động, xe loa, thư pháp, tủ sách pháp luật,
      poster, chủ trương, đường lối, tấm gương bác, tờ hướng dẫn`,
    2: `
      zalo, nhóm zalo, clip, video, livestream, fb, đọc tin, tin tức, gương người tốt, người tốt việc tốt,
      lan tỏa, quảng bá, kẻ xấu, luận điệu, chuẩn mực đạo đức, sân khấu hóa, giới thiệu gương, nghe đài, đăng,
      quay phim, chụp ảnh, tiếng mông, tiếng khmer, tiếng thái, tiếng dao, tiếng ê đê, tiếng jrai,
      tiếng dân tộc, tiếng mường, pháp luật, lời dạy, nghe tin, luật, tin nhắn, chia sẻ bài, người xem,
      hội thi, thi tìm hiểu, cờ tổ quốc, treo cờ`,
    1: `
      cuộc thi, tìm hiểu, phát mỗi sáng, tin, trang`,
  },
  economy: {
    3: `
      bao tiêu, con giống, cây giống, gà giống, heo giống, lợn giống, bò giống, dê giống, lúa giống,
      giống sinh sản, ép giá, rớt giá, được mùa mất giá, nông sản, bán giúp, vay vốn, cho vay, mượn vốn,
      không lấy lãi, không tính lãi, không lãi, lãi suất, góp vốn, giúp vốn, xoay vòng, quay vòng,
      thoát nghèo, khỏi hộ nghèo, giảm nghèo, làm giàu, khởi nghiệp, ocop, trang trại, gia trại,
      kỹ thuật trồng, kỹ thuật nuôi, hướng dẫn kỹ thuật, chuyển giao kỹ thuật, chia sẻ kỹ thuật, thu nhập,
      dạy nghề, học nghề, truyền nghề, kinh doanh giỏi, chuyển đổi cây trồng, đất lúa kém hiệu quả, chăn nuôi,
      chuỗi liên kết, tiêu thụ, phát triển kinh tế, khuyến nông, làm ăn, vietgap, hữu cơ, sầu riêng, thu mua,
      hoa màu, mượn lại vốn, đồng vốn, vốn đi vay, ngân hàng chính sách, tổ tiết kiệm, sinh kế, ngân hàng bò,
      trao bò, con bò, bò sinh sản, giống cây, bán hàng giúp, bán hộ, đầu ra ổn định, thoát khỏi nghèo,
      hết nghèo, giàu lên, khá giả, vượt khó, trồng rau, trồng chè, trồng keo, trồng na, trồng cam,
      trồng bưởi, trồng thanh long, trồng dưa, trồng lúa, trồng tiêu, cây ăn quả, cây ăn trái, vườn cây,
      lúa chất lượng cao, đổi công, vần công, chợ phiên, gian hàng, thương mại điện tử, bán hàng online,
      homestay, du lịch, làng nghề, tổ nghề, may gia công, việc làm, lao động địa phương, xuất khẩu lao động,
      sản xuất, mỗi năm lời`,
    2: `
      htx, hợp tác xã, tổ hợp tác, thương lái, xã viên, nông dân giỏi, vay, lượt vay, buôn bán, kỹ thuật,
      phân bón, máy cấy, máy cày, máy gặt, vườn mẫu, thâm canh, năng suất, mùa vụ, đầu ra, giống, nghề, xưởng,
      lợi nhuận, doanh thu, chi phí, cải tạo vườn tạp, nuôi tôm, nuôi cá, nuôi bò, nuôi dê, nuôi heo,
      nuôi lợn, nuôi ong, nuôi gà, trồng nấm, có lãi, nuôi trâu, nuôi vịt, nuôi lươn, nuôi ếch, nuôi thỏ,
      trồng nho, ao chuồng, vac, chuồng trại, ruộng, nương, sào, trái cây, cà phê giống, hạt giống, mùa màng,
      thu hoạch, cấy, cày, gieo sạ, tưới nhỏ giọt, lãi ròng, bán được, thị trường, hợp đồng, sản phẩm,
      vật nuôi, cây trồng, nông nghiệp, cho mượn,
      tập huấn`,
    1: `
      nông dân, doanh nghiệp, kinh tế, vốn, lãi, cà phê, lúa, tôm, heo, bò, gà, vụ, vườn, ao`,
  },
  culture_society: {
    3: `
      khuyến học, khuyến tài, học bổng, tiếp bước đến trường, nhặt được, lượm được, đánh rơi, bỏ quên,
      của rơi, người mất, người bị mất, tìm người trả lại, trả lại cho chủ, trả lại chủ, thư viện, tủ sách,
      đầu sách, sách giáo khoa, lớp học tình thương, xóa mù chữ, dạy kèm, dạy học, dạy chữ, dạy hát, dạy bơi,
      lớp dạy, vận động học sinh, trở lại lớp, trở lại trường, điểm trường, xây trường, phòng học, văn nghệ,
      hát then, ví dặm, dân ca, quan họ, chèo, đờn ca, cồng chiêng, nghệ nhân, lễ hội, di tích, đình làng,
      nhà văn hóa, bản sắc, bóng đá, bóng chuyền, dưỡng sinh, tiêm chủng, tiêm phòng, khám sức khỏe,
      y tế dự phòng, gia đình văn hóa, nếp sống văn minh, hôn nhân, tảo hôn, thách cưới, cưới hỏi, ma chay,
      việc cưới việc tang, học sinh giỏi, dòng họ học tập, gia đình học tập, phổ cập, sinh đẻ kế hoạch,
      dân số, không tham, chủ nhân, trả ví, gửi lại ví, trả túi, trả điện thoại, trả tiền thừa, chuyển nhầm,
      chuyển khoản nhầm, trả lại tiền, trả vàng, để quên, làm rơi, làm mất, chiếc ví, bóp tiền, nộp cho thầy,
      nộp cho cô, tìm chủ, lớp tiếng anh, dạy tiếng anh, ôn thi, ôn tập, phụ đạo, bỏ học giữa chừng, đến lớp,
      xe đạp đến trường, dạy vẽ, dạy võ, dạy múa, múa xòe, khăn piêu, thổ cẩm, trò chơi dân gian, hội làng,
      bảo tồn, hủ tục, tập tục, mê tín, đám tang, đám cưới, hương ước, quy ước, nhà truyền thống, giải chạy,
      đi bộ, thể dục, đá banh, sức khỏe cộng đồng, bảo hiểm y tế, khám sàng lọc, dinh dưỡng,
      an toàn thực phẩm, cai thuốc lá, đỡ đẻ, cô đỡ thôn bản, cấp cứu, truyền nghề hát, dân vũ,
      mừng thọ, chúc thọ, lồng đèn, rằm tháng tám, xây nhà văn hóa`,
    2: `
      thầy giáo, cô giáo, dòng họ, đọc sách, học sinh, đến trường, quỹ khuyến học, câu lạc bộ, biểu diễn,
      truyền dạy, tập hát, đội văn nghệ, trạm y tế, sốt xuất huyết, phòng dịch, dịch bệnh, mầm non, mẫu giáo,
      trẻ em, thiếu nhi, trung thu, sân chơi, trao thưởng, sách, lớp học, trả lại, sân bóng, thể thao,
      tin học, tiếng anh, cựu giáo chức, nộp lại, bỏ học, thầy cô, phụ huynh, sinh viên, tổng phụ trách,
      tiếng nói chữ viết, bà mẹ, trẻ nhỏ, khám, tư vấn sức khỏe, gửi lại, tủ thuốc, điểm vui chơi, nữ sinh,
      nam sinh, nhà trường`,
    1: `
      thầy, cô, giáo viên, trường, lớp, học, văn hóa, hát, múa, y tế, y sĩ, đình, chùa, phật tử, các cháu,
      tiểu học, thcs, thpt`,
  },
  social_welfare: {
    3: `
      hiến máu, đơn vị máu, giọt máu, máu tình nguyện, từ thiện, thiện nguyện, tình nghĩa, nghĩa tình,
      tình thương, đại đoàn kết, mái ấm, nhà dột nát, nhà tạm, nhân ái, nhân đạo, suất cơm, suất quà,
      phần quà, tặng quà, trao quà, quà tết, suất ăn, phần cơm, nấu cơm, nấu cháo, cơm chay, quán cơm, bếp ăn,
      bữa cơm, bệnh nhân nghèo, người nghèo, hộ nghèo, cận nghèo, khó khăn, neo đơn, già yếu, người già,
      khuyết tật, tàn tật, mồ côi, đỡ đầu, em nuôi, con nuôi, nhận nuôi, ủng hộ, quyên góp, quyên tiền,
      cứu trợ, vùng lũ, bão lũ, lũ lụt, miền trung, gia đình chính sách, thương binh, liệt sĩ,
      mẹ việt nam anh hùng, người có công, đền ơn đáp nghĩa, tri ân, nghĩa trang, thắp nến,
      khám bệnh miễn phí, cấp thuốc miễn phí, mổ mắt, xe lăn, xe cứu thương, chở miễn phí, xe 0 đồng,
      gian hàng 0 đồng, quần áo cũ, áo ấm, hũ gạo, cháy nhà, chữ thập đỏ, cắt tóc miễn phí, sổ tiết kiệm,
      an sinh, tấm lòng vàng, hiến tạng, trao sinh kế, rửa xe gây quỹ, bánh tét, bánh chưng, bố mẹ mất,
      cha mẹ mất, hiểm nghèo, bệnh nan y, chạy thận, bại liệt, tâm thần, cùng cảnh, bánh mì miễn phí,
      cháo miễn phí, cơm miễn phí, nước miễn phí, trà đá miễn phí, tủ bánh mì, hớt tóc miễn phí,
      sửa xe miễn phí, xe ôm miễn phí, quan tài, mai táng, áo quan, người vô gia cư, người lang thang,
      bán vé số, trung tâm bảo trợ, người mù, nạn nhân, da cam, tình làng nghĩa xóm, lá lành đùm lá rách,
      tương thân tương ái, hỗ trợ lũ, bữa ăn, gói quà, nhu yếu phẩm, lương thực, gặt lúa, gặt giúp,
      bà mẹ vnah, chăm nom, phụng dưỡng, nuôi dưỡng, cháo, suất cháo, chăn ấm, chăn màn, xe đạp, tiếp sức`,
    2: `
      bệnh nhân, người bệnh, miễn phí, không lấy tiền, bệnh viện, gạo, quà, thuốc, thăm hỏi, thăm, chăm sóc,
      nấu, mì tôm, quần áo, giúp đỡ, cưu mang, lợp lại, lợp mái, sửa nhà, sửa lại nhà, sửa lại mái nhà,
      cất nhà, xây nhà, 0 đồng, cụ già, người cao tuổi, gây quỹ, mạnh thường quân, nhà hảo tâm, góp tiền,
      viện phí, ốm đau, ung thư, lao động nghèo, vùng cao, học sinh nghèo, người khó khăn, người nghèo khó,
      học sinh khó khăn, dịp tết, nguyên đán, các em nhỏ, sửa chuồng, dựng lại nhà, dựng nhà, lợp nhà,
      làm nhà, hỗ trợ tiền, tặng tiền, cho ở nhờ, áo dài, hiếu thảo, bệnh nặng, người ốm, già cả, trao tiền`,
    1: `
      tặng, trao, hỗ trợ, giúp, mẹ, tài trợ, trị giá, suất, máu`,
  },
  party_building: {
    3: `
      sinh hoạt chi bộ, kết nạp, đảng viên mới, quần chúng ưu tú, cảm tình đảng, nhận thức về đảng,
      phát triển đảng, tạo nguồn, tự soi, tự sửa, phê bình, sinh hoạt định kỳ, chuyên đề, nghị quyết,
      họp chi bộ, sinh hoạt đảng, tuổi đảng, huy hiệu đảng, miễn sinh hoạt, chi bộ bốn tốt, chi bộ 4 tốt,
      chi bộ 4 không, kiểm điểm, xây dựng đảng, theo lời bác, kể chuyện bác, về nguồn, bản cam kết,
      đảng viên phụ trách, đảng viên kèm, đảng viên tham dự, đảng viên phát biểu, đảng viên ký,
      phong cách của bác, làm theo bác, học bác, chi bộ kiểu mẫu, đảng bộ kiểu mẫu, phân loại đảng viên,
      đánh giá đảng viên, đảng phí, sổ tay đảng viên, chi bộ điện tử, nêu ý kiến, đoàn viên ưu tú, thẻ đảng,
      trao huy hiệu, đại hội chi bộ, điều lệ đảng, chuẩn mực đảng viên, chi bộ sinh hoạt, dân vận khéo,
      xây dựng chi bộ, củng cố tổ chức, phát triển đoàn viên, phát triển hội viên, giám sát của chi bộ,
      di chúc, chấm điểm chi bộ`,
    2: `
      chi bộ, đảng bộ, đảng ủy, đảng viên trẻ, mỗi đảng viên, ký cam kết, quần chúng, theo gương bác,
      báo đảng, chi ủy, dự họp, nhật ký, điểm cầu, kỳ sinh hoạt, buổi sinh hoạt, thảo luận, bộ sách, liên hệ,
      tu dưỡng, rèn luyện, nhận xét, góp ý phê bình, đảng viên đăng ký, đảng viên viết, đảng viên nhận,
      đảng viên giúp`,
    1: `
      đảng viên, học tập bác, bác hồ, lời bác, đảng, sinh hoạt, mặt trận`,
  },
  public_service: {
    3: `
      một cửa, thủ tục, hành chính công, cải cách hành chính, dịch vụ công, hồ sơ, trả kết quả, trước hạn,
      trước hẹn, đúng hẹn, hộ tịch, chứng thực, công chứng, khai sinh, khai tử, căn cước, cccd, vneid,
      định danh, chữ ký số, không giấy, giấy in, văn phòng phẩm, tiết kiệm điện, tiết kiệm nước,
      tiết kiệm chi, thực hành tiết kiệm, phong bì, nhận tiền bồi dưỡng, giấy mời điện tử, họp trực tuyến,
      chuyển đổi số, không viết, không hẹn, thời gian chờ, khoa khám bệnh, công sở, giờ hành chính, ngoài giờ,
      đi lại nhiều lần, đi lại 1 lần, tinh thần phục vụ, công vụ, y đức, sổ đỏ, hết việc, hết giờ, hài lòng,
      thư xin lỗi, thư cảm ơn công dân, quét mã, mã qr, bốc số, lấy số, phiếu hẹn, hẹn trả, không nhận quà,
      từ chối quà, hối lộ, tắt đèn, điều hòa, tiền điện, tiền nước, sử dụng điện, văn bản điện tử, phần mềm,
      số hóa, chứng minh thư, đăng ký kết hôn, trích lục, tạm trú, kiosk, tra cứu, zalo oa, xe công, xăng xe,
      lãng phí, mua sắm công, ngân sách, hội họp, rút ngắn, thời gian giải quyết, ngay trong ngày,
      làm việc thứ bảy, thái độ phục vụ, tận tình hướng dẫn, trung tâm hành chính, phục vụ hành chính,
      bệnh án điện tử`,
    2: `
      công chức, viên chức, cán bộ một cửa, tư pháp, địa chính, mẫu đơn, tiết kiệm, làm thêm, qua giờ,
      cải tiến, sáng kiến, công nghệ số, từ chối, trực tuyến, qua mạng, giảm thời gian, người dân chờ,
      hướng dẫn người dân, đúng giờ, tận nhà, tại nhà, xử lý, hỗ trợ người dân, tiếp người dân, tiếp công dân,
      ứng dụng, tiết giảm, tái sử dụng, tận dụng, giảm chi, cắt giảm, rút gọn, phản ánh hiện trường,
      viết phần mềm, máy tính`,
    1: `
      văn phòng, giấy, phòng, cán bộ, bác sĩ, điều dưỡng, bản giấy, kế toán, cơ quan`,
  },
  defense_security: {
    3: `
      an ninh, trật tự, giao thông, kẹt xe, camera, tiếng kẻng, kẻng, trộm, trộm cắp, ăn trộm, cướp,
      cướp giật, lừa đảo, tội phạm, ma túy, đối tượng, bắt quả tang, bắt giữ, tuần tra, biên giới, biên phòng,
      cột mốc, vượt biên, đuối nước, cứu người, cứu bé, cứu cháu, rơi xuống, rơi nước, lao xuống sông,
      nhảy xuống, chữa cháy, cháy rừng, dập lửa, đám cháy, hỏa hoạn, pccc, phòng cháy, sạt lở, di dời,
      chạy bão, chạy lũ, cứu hộ, cứu nạn, phòng chống thiên tai, xung kích, nhập ngũ, tân binh, quân sự,
      dân quân, dân phòng, súng, vũ khí, vật liệu nổ, bom mìn, hòa giải, tranh chấp, mâu thuẫn, canh gác,
      lực lượng công an, công an cơ sở, hậu phương quân đội, ngăn chặn, chằng chống, antt, atgt, đánh bạc,
      cờ bạc, khiếu kiện, tự phòng, liên gia, lầm lỗi, hoàn cảnh lầm lỡ, hòa nhập cộng đồng, cảm hóa,
      đánh nhau, ẩu đả, xô xát, án mạng, gây gổ, pháo nổ, đốt pháo, bàn giao pháo, truy đuổi, khống chế,
      truy bắt, tên trộm, kẻ trộm, móc túi, đua xe, nồng độ cồn, mũ bảo hiểm, người bị tai nạn,
      đưa đi cấp cứu, sơ cứu, chốt trực, trực chốt, cháy nhà dân, lửa, lốc xoáy, vỡ đê, hộ đê, đắp đê,
      nước lũ, lũ quét, mắc kẹt, sơ tán, mưa lũ, cứu sống, nhảy sông, tự tử, chết đuối, khám tuyển, quân nhân,
      tuyển quân, đường biên, mốc giới, diễn tập, huấn luyện, quê hương quân đội, bạo lực gia đình, trẻ lạc,
      tìm người lạc, dòng họ tự quản`,
    2: `
      cứu, công an, bộ đội, chiến sĩ, quân dân, bảo vệ dân phố, tuần, bão, lũ, cháy, can ngăn, thiên tai,
      cảnh giác, tố giác, báo tin, bị thương, đồng đội, quốc phòng, giao nộp, cựu quân nhân, mưu trí, cbcs,
      thức trắng đêm, tự quản, tội, phá án, tin báo, mất trộm, kẻ gian, đuổi bắt, khu dân cư an toàn,
      hung thủ, an toàn cho dân, ngập, gặp nạn, gác`,
    1: `
      bắt, canh, mất cắp, giữ, an toàn, bảo vệ, ccb, cựu chiến binh`,
  },
  environment: {
    3: `
      chủ nhật xanh, thứ bảy tình nguyện, vệ sinh, môi trường, trồng cây, cây xanh, cây bàng, phủ xanh,
      vườn ươm, ươm, rác, rác thải, thu gom rác, phân loại rác, nhặt rác, vớt rác, đổi rác, vỏ chai,
      chai nhựa, ve chai, túi ni lông, pin cũ, lục bình, kênh, nạo vét, khơi thông, cống, cống rãnh, mương,
      dọn cỏ, phát quang, quét dọn, làm đường, mở đường, bê tông, hiến đất, mở rộng đường, đường hoa,
      trồng hoa, hàng rào, tuyến đường, liên ấp, liên xã, liên thôn, giao thông nông thôn, đường làng,
      đường quê, đường rộng, vá đường, ổ gà, lề đường, bắc cầu, xây cầu, làm cầu, cây cầu, thắp sáng,
      bóng đèn, đèn năng lượng mặt trời, nông thôn mới, ntm, kiểu mẫu, đô thị văn minh, khu phố văn minh,
      bích họa, vẽ tranh, tranh tường, rao vặt, xanh sạch đẹp, ngôi nhà xanh, bãi biển, rừng phòng hộ,
      nước sạch, đường đi, sân phơi, trồng rừng, đường xá, đường ngõ, vườn hoa, mai dương, cỏ dại, đường điện,
      5 không 3 sạch, nhà tiêu, hố rác, thùng rác, bãi rác tự phát, điểm rác, đốt rác, chai lọ, bao bì thuốc,
      vỏ thuốc, hố thu gom, suối, sông, bờ kè, kè, đê bao, đường vào thôn, ngõ xóm, đường nội đồng,
      giao thông nội đồng, thủy lợi, dọn kênh, làm sạch, thu dọn, dọn rác, lượm rác, tuyến phố,
      vỉa hè thông thoáng, lấn chiếm vỉa hè, chỉnh trang, giỏ nhựa, làn nhựa, giỏ đi chợ, hạn chế túi,
      tái chế, ủ phân, phân hữu cơ, không đốt rơm, rơm rạ, hoang dã, thả cá, phóng sinh, san lấp, sửa đường,
      rải đá, đổ đất, làm cống, bắc cống, cầu khỉ, giếng nước, bể nước, giảm nhựa, ô nhiễm, bãi bồi`,
    2: `
      dọn, ra quân, hiến, đất, m2, ngày công, đường, cầu, hoa, cây, bãi rác, điểm đen, tường rào, hầm biogas,
      quét, ngõ, hẻm, chung tay, cảnh quan, xanh, chăm sóc đường, chặt tỉa, lùi, cột điện, trồng thêm,
      dòng kênh, bờ ruộng, con đường, lòng đường, vật liệu, cát đá, xi măng, góp công, góp đất, phá dỡ,
      tháo dỡ, dời cổng`,
    1: `
      đoạn, km, tuyến, trồng, sạch, nhựa`,
  },
};

/** Phrases that speak for no field, so that the words inside them are not counted. */
export const NEUTRAL_WORDS = `
  công an xã, công an phường, chủ tịch hồ chí minh, đoàn thể, đường dây, đất nước, bí thư đoàn,
  bí thư chi đoàn, bí thư xã đoàn, chi đoàn công an, tổ công an, lao động giỏi, hội đồng, môi trường mạng,
  học tập và làm theo, đồng chí, đăng ký, đầu giờ, cây số, ở trường, đăng kí, giấy tờ, giấy mời, vỉa hè,
  người dân tộc, đường dài, tai nạn, cầu cứu, câu chuyện, cây cà phê, đi làm, tiết học, tiền mặt`;
