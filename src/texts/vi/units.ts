/** Units, their channels and roles. */
export const units = {
  'start.summary': 'Bắt đầu',
  'start.example': '/start',
  'start.welcome':
    'Xin chào! Đây là trợ lý học tập và làm theo của {unit}.\n/viectot – báo một việc tốt\n/mohinh – báo một mô hình, cách làm hay\n/lich – lịch sinh hoạt sắp tới\n/trogiup – xem đủ lệnh',
  'start.private':
    'Xin chào! Trợ lý làm việc trong nhóm của đơn vị: thêm trợ lý vào nhóm, rồi quản trị viên gõ /lienket và tên đơn vị. Gõ một lệnh trong nhóm đó rồi có thể nhắn riêng tại đây.',
  'unit.hello':
    'Xin chào! Đây là trợ lý học tập và làm theo. Để bắt đầu, quản trị viên của nhóm vui lòng gõ: /lienket và tên đơn vị, ví dụ: /lienket Chi bộ ấp 2',
  'unit.back': 'Xin chào! Trợ lý đã trở lại nhóm của {unit}. Dữ liệu và lịch nhắc vẫn được giữ.',
  'unit.not_linked': 'Nhóm này chưa gắn với đơn vị nào. Quản trị viên vui lòng gõ: /lienket và tên đơn vị',
  'unit.unknown_in_private':
    'Chưa biết đơn vị. Mời gõ một lệnh trong nhóm của đơn vị trước, rồi nhắn riêng tại đây.',
  'unit.name_needed': 'Mời ghi tên đơn vị, ví dụ: Chi bộ ấp 2',
  'unit.name_too_long': 'Tên đơn vị dài quá {max} ký tự. Vui lòng rút gọn.',
  'unit.link_in_group': 'Lệnh này dùng trong nhóm của đơn vị.',
  'unit.already_linked': 'Nhóm này đang gắn với {unit}. Muốn đổi, gõ: /lienket {name} xacnhan',
  'unit.twin':
    'Có hai đơn vị cùng tên {name}: một của nhóm này, một của nhóm khác. Báo cáo, mã và lịch của hai đơn vị vẫn riêng. Muốn nhóm này vào đơn vị kia, gõ: /lienket {name} xacnhan (báo cáo và lịch đang có của nhóm này ở lại đơn vị cũ). Muốn ngược lại, gõ lệnh đó ở nhóm kia.',
  'link.summary': 'Gắn nhóm này với đơn vị',
  'link.example': '/lienket Chi bộ ấp 2',
  'link.ask_unit': 'Tên đơn vị là gì? Ví dụ: Chi bộ ấp 2',
  'link.done':
    '✅ Đã gắn nhóm này với {unit}. Múi giờ: {zone}.\nTiếp theo: đặt lịch nhắc sinh hoạt hằng tháng.',
  'button.set_schedule': 'Đặt lịch nhắc',

  'language.summary': 'Đổi ngôn ngữ của nhóm',
  'language.example': '/ngonngu English\n/ngonngu tiếng Việt',
  'language.ask': 'Dùng ngôn ngữ nào trong nhóm này?',
  'language.unknown': 'Có hai ngôn ngữ: tiếng Việt và English.',
  'language.done': 'Từ nay nhóm này dùng tiếng Việt.',

  'grant.summary': 'Giao hoặc thu vai trò',
  'grant.example':
    '/capquyen Trần Thị Lan tổng hợp\n/capquyen @lan quản trị\n/capquyen Lan thôi giao<reply>\nHoặc trả lời một tin của người đó: /capquyen tổng hợp</reply>',
  'grant.ask_who':
    'Giao vai trò cho ai? Ghi tên<reply>, hoặc trả lời một tin của người đó rồi gõ /capquyen</reply>.',
  'grant.ask_role': 'Giao vai trò nào?',
  'grant.take_away': 'Thôi giao',
  'grant.role_unknown': 'Có ba lựa chọn: tổng hợp, quản trị, thôi giao.',
  'grant.person_unknown':
    'Chưa thấy “{name}” dùng trợ lý trong nhóm này. <reply>Hãy trả lời một tin của người đó và gõ: /capquyen tổng hợp</reply><form>Gõ /capquyen rồi chọn người trong danh sách của kênh.</form>',
  'grant.person_several': 'Có nhiều người khớp “{name}”: {names}. Vui lòng ghi đủ tên.',
  'grant.done': '{name} nay là {role} của {unit}.',
  'grant.taken_away': '{name} không còn vai trò riêng tại {unit}.',

  'join.summary': 'Kết nối tài khoản Telegram và Discord của mình',
  'join.example': '/ketnoi\n/ketnoi 1234 5678',
  'join.in_private': 'Mã kết nối chỉ dùng khi nhắn riêng. Mời nhắn riêng cho trợ lý: /ketnoi',
  'join.code':
    'Mã của tài khoản này: <code>{code}</code>\nTrong {minutes} phút, nhắn riêng cho trợ lý từ tài khoản kia: /ketnoi {code}\nKhông đưa mã này cho ai.',
  'join.code_format': 'Mã kết nối có 8 chữ số, ví dụ: /ketnoi 1234 5678',
  'join.code_unknown': 'Mã này không đúng hoặc đã quá hạn. Mời lấy mã mới: gõ /ketnoi ở tài khoản kia.',
  'join.same_person': 'Hai tài khoản này đã là của một người.',
  'join.is_it_you':
    'Mã này của tài khoản {platform} “{name}”. Đó có phải là mình không? Khi đã kết nối, báo cáo và vai trò của hai tài khoản nhập làm một, không tách lại được.',
  'button.join': 'Đúng, kết nối',
  'join.done': '✅ Đã kết nối với tài khoản {platform} “{name}”. Từ nay báo cáo và vai trò là chung.',

  'unit.topic_gone':
    '⚠️ Chủ đề nhận lời nhắc trong nhóm {channel} đã bị đóng hoặc xóa. Từ nay lời nhắc gửi thẳng vào nhóm. Muốn dùng chủ đề khác, mời vào chủ đề đó gõ lại /lienket và tên đơn vị.',
  'missed.undelivered':
    '⚠️ Chưa gửi được lời nhắc “{about}” vào nhóm {channel}. Vui lòng báo trực tiếp cho mọi người và kiểm tra xem trợ lý còn trong nhóm không.',
  'missed.uncertain':
    '⚠️ Không chắc lời nhắc “{about}” đã vào nhóm {channel} hay chưa. Vui lòng kiểm tra trong nhóm.',
  'missed.no_channel':
    '⚠️ Chưa nhắc được {code} – {title} ({days}), vì trợ lý không còn trong nhóm nào của đơn vị.',
  'missed.too_late': '⚠️ Hệ thống ngừng lâu nên không nhắc được {n} kỳ của {code} – {title}: {days}.',
} as const;
