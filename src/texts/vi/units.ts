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
  'unit.too_many_founded':
    'Một người lập được nhiều nhất {max} đơn vị. Nhờ một quản trị viên khác của nhóm gõ /lienket.',
  'unit.already_linked': 'Nhóm này đang gắn với {unit}.',
  'unit.leaves_no_group':
    'Nếu chuyển sang đơn vị khác: lịch, báo cáo, chuyên đề ở lại {unit}. Đây là nhóm duy nhất của {unit}, nên các lịch đang chạy sẽ không nhắc được ở đâu nữa.',
  'unit.leaves_groups':
    'Nếu chuyển sang đơn vị khác: lịch, báo cáo, chuyên đề ở lại {unit} và các nhóm còn lại của {unit}; nhóm này không nhận nhắc lịch của {unit} nữa.',
  'unit.rename_or_leave':
    'Chỉ sửa tên, giữ mọi lịch và báo cáo: /doiten {name}\nChuyển nhóm sang đơn vị khác: /lienket {name} xacnhan',
  'button.only_rename': 'Chỉ sửa tên',
  'button.other_unit': 'Chuyển sang đơn vị khác',
  'unit.about':
    'Đơn vị: {unit}. Sang đơn vị khác: <reply>/chondonvi</reply><form>gõ một lệnh trong kênh của đơn vị đó.</form>',
  'unit.of_message': 'Đơn vị: {unit}.',
  'choose_unit.summary': 'Chọn đơn vị khi nhắn riêng',
  'choose_unit.example': '/chondonvi',
  'choose_unit.ask': 'Anh chị ở nhiều đơn vị. Mời chọn đơn vị cho các việc tiếp theo:',
  'choose_unit.unknown':
    'Chưa thấy đơn vị đó trong các đơn vị của mình. <reply>Gõ /chondonvi khi nhắn riêng để chọn.</reply><form>Gõ một lệnh trong kênh của đơn vị cần chọn.</form>',
  'choose_unit.done': 'Các việc tiếp theo ở đây là của {unit}.',
  'rename.summary': 'Đổi tên đơn vị',
  'rename.example': '/doiten Chi bộ ấp 2',
  'rename.ask_unit': 'Tên mới của đơn vị là gì? Ví dụ: Chi bộ ấp 2',
  'rename.same': 'Đơn vị đã mang tên {name}.',
  'rename.done': '✅ Đã đổi tên {before} thành {name}. Lịch, báo cáo, chuyên đề và vai trò vẫn như cũ.',
  'rename.told': '🔔 {by} vừa đổi tên {before} thành {name}. Nếu không đúng, gõ: /doiten và tên đúng.',
  'unit.twin':
    'Có hai đơn vị cùng tên {name}: một của nhóm này, một của nhóm khác. Báo cáo, mã và lịch của hai đơn vị vẫn riêng. Muốn nhóm này vào đơn vị kia, gõ: /lienket {name} xacnhan (báo cáo và lịch đang có của nhóm này ở lại đơn vị cũ). Muốn ngược lại, gõ lệnh đó ở nhóm kia.',
  'link.summary': 'Gắn nhóm này với đơn vị',
  'link.example': '/lienket Chi bộ ấp 2',
  'link.ask_unit': 'Tên đơn vị là gì? Ví dụ: Chi bộ ấp 2',
  'link.done':
    '✅ Đã gắn nhóm này với {unit}. Múi giờ: {zone}.\nTiếp theo: đặt lịch nhắc sinh hoạt hằng tháng.',
  'link.speak_there_first':
    'Đã có đơn vị {unit}. Muốn gắn thêm nhóm này vào đơn vị đó, mời gõ một lệnh trong nhóm đang có của đơn vị trước (ví dụ /dslich), rồi gõ lại tại đây.',
  'unit.new_channel':
    '🔔 Nhóm {channel} ({platform}) vừa được {by} gắn với {unit}. Nếu không đúng, gõ /donvi để bỏ nhóm đó ra.',
  'button.set_schedule': 'Đặt lịch nhắc',

  'unit.summary': 'Nhóm và người có vai trò trong đơn vị',
  'unit.example': '/donvi\n/donvi bỏ Trần Thị Lan',
  'unit.how': 'Xem: /donvi. Bỏ một nhóm hoặc thôi giao vai trò: /donvi bỏ, rồi tên nhóm hoặc tên người.',
  'unit.list_sent': 'Đã gửi danh sách nhóm và vai trò vào tin nhắn riêng.',
  'unit.list_in_private': 'Danh sách này chỉ xem khi nhắn riêng. Mời mở chat riêng với trợ lý và gõ: /donvi',
  'unit.overview': '<b>{unit}</b>\nLập ngày {day}, người lập: {by} (người lập không có quyền gì riêng).',
  'unit.channels_title': '<b>Nhóm của đơn vị</b>',
  'unit.channel_line': '• {channel} ({platform}) – {by} gắn ngày {day}',
  'unit.channel_line_old': '• {channel} ({platform})',
  'unit.channel_gone': '– trợ lý không còn trong nhóm',
  'unit.roles_title': '<b>Vai trò được giao</b>',
  'unit.role_line': '• {name} – {role} – {by} giao ngày {day}',
  'unit.no_roles': 'Chưa giao cho ai.',
  'unit.platform_administrators':
    'Quản trị viên của các nhóm trên luôn có quyền quản trị. Đã thấy: {names}.\nVai trò được giao chỉ có hiệu lực khi người đó còn ở trong nhóm của đơn vị.',
  'button.put_channel_out': '✖ Bỏ nhóm {title}',
  'button.put_person_out': '✖ Thôi giao {name}',
  'button.put_out': 'Đúng, bỏ',
  'button.back': 'Quay lại',
  'unit.put_channel_out?':
    'Bỏ nhóm {channel} ({platform}) ra khỏi {unit}? Nhóm đó sẽ không còn được nhắc và không xem được gì của đơn vị. Dữ liệu đã ghi vẫn giữ.',
  'unit.put_person_out?': '{name} đang là {role} của {unit}. Thôi giao vai trò này?',
  'unit.channel_out': 'Nhóm {channel} ({platform}) không còn là nhóm của {unit}.',
  'unit.channel_out_told':
    '🔔 {by} vừa bỏ nhóm {channel} ({platform}) ra khỏi {unit}. Xem các nhóm còn lại: /donvi',
  'unit.you_are_out': 'Nhóm này không còn là nhóm của {unit}.',
  'unit.last_channel':
    '{channel} là nhóm duy nhất còn dùng được của {unit}: bỏ nhóm này thì không còn ai quản trị được đơn vị. Mời gắn nhóm khác trước bằng /lienket.',
  'unit.not_in_list': 'Không thấy “{which}” trong các nhóm và vai trò của đơn vị. Xem danh sách: /donvi',
  'unit.press_instead': 'Có nhiều mục tên “{which}”. Mời gõ /donvi rồi bấm đúng mục.',

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
  'grant.person_several': 'Có nhiều người khớp “{name}”: {names}. Mời chọn đúng người.',
  'grant.is_it': 'Không có ai tên đúng là “{name}”. Có phải {names} không? Mời bấm để giao, hoặc Thôi.',
  'grant.disguised': '⚠️ Tên có dấu này được viết bằng ký tự lạ, dễ nhầm với người khác.',
  'grant.more_people': '… và {n} người nữa: vui lòng ghi đủ tên, hoặc @tên_người_dùng.',
  'grant.person_gone': 'Người này không còn trong danh sách của đơn vị. Mời gõ lại /capquyen.',
  'grant.told': '🔔 {by} vừa đổi vai trò tại {unit}: {name} nay là {role}. Nếu không đúng, gõ /donvi.',
  'grant.no_role': 'thành viên (không còn vai trò riêng)',
  'grant.done': '{name} nay là {role} của {unit}.',
  'grant.taken_away': '{name} không còn vai trò riêng tại {unit}.',

  'join.summary': 'Kết nối tài khoản Telegram và Discord của mình',
  'join.example': '/ketnoi\n/ketnoi 1234 5678\n/ketnoi huy',
  'join.in_private': 'Mã kết nối chỉ dùng khi nhắn riêng. Mời nhắn riêng cho trợ lý: /ketnoi',
  'join.code':
    'Mã của tài khoản này: <code>{code}</code>\nTrong {minutes} phút, nhắn riêng cho trợ lý từ tài khoản kia: /ketnoi {code}\nKhông đưa mã này cho ai.',
  'join.code_format': 'Mã kết nối có 8 chữ số, ví dụ: /ketnoi 1234 5678',
  'join.code_unknown': 'Mã này không đúng hoặc đã quá hạn. Mời lấy mã mới: gõ /ketnoi ở tài khoản kia.',
  'join.same_person': 'Hai tài khoản này đã là của một người.',
  'join.is_it_you':
    'Mã này của tài khoản {platform} “{name}”{username}. Đó có phải là mình không? Nếu mã do người khác đưa, hãy bấm Thôi: khi đã kết nối, báo cáo và vai trò của hai tài khoản nhập làm một.',
  'button.join': 'Đúng, kết nối',
  'button.not_me': 'Không phải tôi',
  'join.typed':
    '🔔 Tài khoản {platform} “{name}”{username} vừa gõ mã kết nối của tài khoản này. Chưa kết nối gì. Nếu không phải mình, bấm nút dưới đây để bỏ mã.',
  'join.agree?':
    'Tài khoản {platform} “{name}”{username} nói là của cùng một người. Kết nối với tài khoản này? Khi đã kết nối, tài khoản đó có mọi vai trò và báo cáo của tài khoản này.',
  'join.asked_other':
    'Đã hỏi tài khoản {platform} “{name}”{username}. Mở chat riêng với trợ lý ở đó và bấm “Đúng, kết nối” trong 10 phút.',
  'join.refused': 'Không kết nối. Mã đã bỏ.',
  'join.nothing_to_part': 'Tài khoản này chưa kết nối với tài khoản nào.',
  'join.part?':
    'Tách các tài khoản {names}? Mỗi tài khoản lấy lại báo cáo và vai trò có trước khi kết nối; phần có sau khi kết nối ở lại với tài khoản đã đưa mã.',
  'button.part': 'Đúng, tách ra',
  'join.parted': 'Đã tách các tài khoản đã kết nối ({names}). Muốn kết nối lại: /ketnoi',
  'join.done':
    '✅ Đã kết nối với tài khoản {platform} “{name}”{username}. Từ nay báo cáo và vai trò là chung. Muốn tách ra: /ketnoi huy',

  'unit.topic_gone':
    '⚠️ <reply>Chủ đề</reply><form>Luồng</form> nhận lời nhắc trong nhóm {channel} đã bị đóng hoặc xóa. Từ nay lời nhắc gửi thẳng vào nhóm. Muốn dùng <reply>chủ đề khác, mời vào chủ đề đó</reply><form>luồng khác, mời vào luồng đó</form> gõ lại /lienket và tên đơn vị.',
  'missed.undelivered':
    '⚠️ Chưa gửi được lời nhắc “{about}” vào nhóm {channel}. Vui lòng báo trực tiếp cho mọi người và kiểm tra xem trợ lý còn trong nhóm không.',
  'missed.uncertain':
    '⚠️ Không chắc lời nhắc “{about}” đã vào nhóm {channel} hay chưa. Vui lòng kiểm tra trong nhóm.',
  'missed.no_channel':
    '⚠️ Chưa nhắc được {code} – {title} ({days}), vì trợ lý không còn trong nhóm nào của đơn vị.',
  'missed.too_late': '⚠️ Hệ thống ngừng lâu nên không nhắc được {n} kỳ của {code} – {title}: {days}.',
} as const;
