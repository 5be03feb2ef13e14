/** Roles, conversations, help and errors. */
export const chat = {
  'access.member_only': 'Lệnh này dành cho thành viên của đơn vị.',
  'access.coordinator_only': 'Lệnh này dành cho người tổng hợp.',
  'access.administrator_only': 'Lệnh này dành cho quản trị viên.',
  'access.unknown_yet':
    '{platform} chưa cho biết ai là quản trị viên. Lệnh vừa rồi được giữ lại và tự thử lại trong ít phút, không cần gõ lại.',
  'access.unknown':
    '{platform} vẫn chưa cho biết ai là quản trị viên, nên lệnh này chưa làm được. Mời gõ lại sau ít phút.',
  'role.member': 'thành viên',
  'role.coordinator': 'người tổng hợp',
  'role.administrator': 'quản trị viên',

  'button.skip': 'Bỏ qua',
  'button.gone': 'Tin này không còn nút đó. Mời bấm một nút đang có, hoặc gõ lại lệnh.',
  'button.stop': 'Thôi',

  'dialog.stopped': 'Đã dừng. Chưa có gì được ghi.',
  'dialog.nothing': 'Không có việc nào đang nhập dở.',
  'dialog.expired': 'Đã quá 15 phút nên câu hỏi trước không còn chờ trả lời. Mời gõ lại /{command}.',
  'dialog.needed': 'Phần này cần có, chưa bỏ qua được. Mời trả lời, hoặc gõ /huy để dừng.',
  'dialog.was_stopped': 'Câu hỏi này đã dừng. Mời gõ lại /{command}.',
  'dialog.other_stopped': 'Việc đang nhập dở (/{command}) đã dừng.',
  'dialog.choices_to_type': 'Cách hiểu dài quá một nút bấm, nếu đúng thì mời gõ lại như sau:',
  'dialog.choice_to_type': '• {choice}',
  'dialog.not_yours': 'Câu hỏi này dành cho người khác, hoặc đã được trả lời.',
  'huy.summary': 'Dừng việc đang nhập',
  'huy.example': '/huy',

  'command.too_long': 'Tin dài quá {max} ký tự nên không được đọc. Vui lòng gửi làm nhiều tin.',
  'command.unknown': 'Chưa có lệnh “{command}”. Gõ /trogiup để xem các lệnh.',
  'command.unknown_near': 'Chưa có lệnh “{command}”. Có phải /{suggestion}? Gõ /trogiup để xem các lệnh.',
  'command.none': 'Mời bắt đầu bằng một lệnh, ví dụ /viectot để báo việc tốt. Gõ /trogiup để xem các lệnh.',
  'code.format': 'Mã “{text}” chưa đúng. Mã có dạng VT12, MH5, NL3.',
  'words.unused':
    'Chưa dùng đến {words}. Bỏ những chữ đó thì hiểu như nút dưới đây; nếu không phải, mời gõ lại cả phần này.',
  'words.unused_unclear': 'Chưa hiểu {words}. Mời gõ lại phần này, ví dụ thời gian: 19h30 ngày 5 hằng tháng.',
  'words.unused_long':
    'Chưa dùng đến {words}. Bỏ những chữ đó thì hiểu là: {reading}. Nếu đúng, mời gõ lại như vậy; nếu không, mời gõ lại cả phần này.',
  'words.in_long_name':
    '{words} giống thời gian hay điều kiện, mà lệnh này không dùng đến. Nếu đúng là một phần của tên, mời gõ lại và để tên trong ngoặc kép "…".',
  'words.in_name':
    '{words} giống thời gian hay điều kiện, mà lệnh này không dùng đến. Nếu đúng là một phần của tên, bấm nút dưới đây; nếu không, mời gõ lại.',
  'list.more': '… và {n} mục nữa.',

  'file.too_large': 'Tệp “{name}” nặng {size} KB, tối đa {max} KB. Vui lòng gửi tệp nhỏ hơn.',
  'file.not_there': 'Không lấy được tệp “{name}”: tệp quá lớn hoặc không còn nữa. Vui lòng gửi lại.',
  'file.out_of_reach': 'Tạm thời chưa lấy được tệp “{name}”. Vui lòng gửi lại sau ít phút.',
  'file.lost': 'Tệp “{name}” trống hoặc không còn trong kho lưu nên chưa gửi được.',
  'file.too_large_here': 'Tệp “{name}” nặng quá {max} MB nên không gửi được ở đây.',

  'help.summary': 'Hướng dẫn sử dụng',
  'help.example': '/trogiup\n/trogiup viectot',
  'help.command': '/{name}',
  'help.line': '{command} – {summary}',
  'help.for_member': '<b>Mọi người</b>',
  'help.for_coordinator': '<b>Người tổng hợp</b>',
  'help.for_administrator': '<b>Quản trị viên</b>',
  'help.more': 'Xem ví dụ của một lệnh: /trogiup viectot',
  'help.aliases': '<reply>\nGõ ngắn: {aliases}</reply>',
  'help.examples': 'Ví dụ:',

  'error.unexpected':
    'Có trục trặc, việc vừa rồi chưa làm được. Vui lòng thử lại; nếu vẫn lỗi, báo quản trị viên mã {ref}.',
  'error.trouble':
    'Hệ thống tạm thời chưa ghi được dữ liệu. Tin vừa gửi được giữ lại và sẽ được trả lời khi khắc phục xong, không cần gửi lại.',
  'error.too_fast':
    'Gửi hơi nhanh. Tin này và các tin ngay sau nó chưa được ghi; vui lòng gửi lại sau {seconds} giây.',
  'error.not_shown': 'Đã làm xong, nhưng không hiển thị được câu trả lời ở đây. Gõ /trogiup để xem các lệnh.',
  'error.unreadable':
    'Một tin gửi tới trợ lý ở {channel} không đọc lại được sau khi khởi động (mã {ref}) và chưa được xử lý. Mời người gửi gửi lại.',
  'error.poison':
    'Trợ lý đã hai lần phải khởi động lại khi làm việc này, nên việc này được để riêng và chưa làm (mã {ref}). Vui lòng thử cách khác, và báo mã này cho người cài đặt trợ lý.',
  'error.unreadable_post':
    'Một tin nhắc gửi tới {channel} không đọc lại được (mã {ref}) nên chưa được gửi. Mời báo lại cho nhóm.',
} as const;
