/** The group chat in the terminal. */
export const consoleTexts = {
  'console.welcome':
    'Nhóm chat thử ngay trong cửa sổ này, không cần tài khoản. Mỗi dòng là một tin, ghi tên trước dấu hai chấm:\n  quantri: /lienket Chi bộ ấp 2                 (quantri là quản trị viên, tonghop là người tổng hợp)\n  quantri: /nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ\n  an: /viectot Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất\n  [1] bấm nút số 1 · :qua 3 ngày cho thời gian trôi · :gio xem giờ · :moi làm lại từ đầu · Ctrl+D thoát',
  'console.bot': 'Trợ lý',
  'console.changed': '(sửa tin trước)',
  'console.clock': 'Bây giờ là {moment}.',
  'console.fresh': 'Đã xóa dữ liệu thử, bắt đầu lại từ đầu.',
  'console.not_fresh': 'Cơ sở dữ liệu này còn chứa nhóm thật nên không xóa được từ đây.',
  'console.no_button': 'Chưa có nút số {n}.',
  'console.pass_unknown': 'Chưa hiểu khoảng thời gian. Ví dụ: :qua 3 ngày, :qua 2 giờ, :qua 1 tuần',
  'console.command_unknown': 'Có ba lệnh của cửa sổ này: :qua 3 ngày, :gio, :moi',
  'console.talk': '(Trong nhóm, trợ lý chỉ trả lời lệnh, ví dụ /viectot hoặc /trogiup.)',
  'console.file': '📎 Tệp:',
} as const;
