/** Calendars as files and under an address. */
export const calendars = {
  'button.calendar_file': 'Tệp lịch (.ics)',
  'calendar_file.whole':
    'Lịch của {unit}: {n} buổi sắp tới. Mở tệp để thêm vào lịch trên điện thoại hoặc máy tính.',
  'calendar_file.one': '{code} – {title}. Mở tệp để thêm vào lịch trên điện thoại hoặc máy tính.',
  'calendar_file.over': '{code} đã qua nên không còn trong lịch.',
  'calendar_file.what_unknown':
    'Chưa hiểu “{text}”. Gõ /lich để xem các buổi sắp tới; /lich tep để nhận tệp; /lich SH12 cho một buổi; /lich diachi để đăng ký lịch.',
  'calendar_file.topic': 'Chuyên đề: {topic}',
  'calendar_file.material': 'Tài liệu: {name}',
  'calendar_file.cancelled': 'ĐÃ HỦY: {title}',
  'calendar_file.postponed': 'TẠM HOÃN: {title}',
  'calendar_file.chair': 'Chủ trì: {chair}',
  'calendar_file.speaker': 'Trình bày: {speaker}',

  'calendar_address.shown':
    'Địa chỉ lịch của đơn vị, để thêm vào ứng dụng lịch (mục “Thêm lịch từ URL”); lịch tự cập nhật khi có thay đổi:\n<code>{url}</code>\nAi có địa chỉ này đều xem được lịch. Đổi địa chỉ: /lich diachi moi; tắt: /lich diachi tat',
  'calendar_address.in_private': 'Đã gửi địa chỉ lịch vào tin nhắn riêng.',
  'calendar_address.renewed':
    'Địa chỉ mới của lịch (địa chỉ cũ không dùng được nữa):\n<code>{url}</code>\nAi có địa chỉ này đều xem được lịch.',
  'calendar_address.closed': 'Đã tắt địa chỉ lịch. Muốn mở lại: /lich diachi',
  'calendar_address.none': 'Lịch của đơn vị chưa có địa chỉ nào.',
  'calendar_address.off':
    'Trợ lý chưa được bật phần địa chỉ lịch. Người quản lý máy chủ đặt HTTP_PORT và PUBLIC_URL; hiện có thể dùng tệp: /lich tep',
} as const;
