/** Topics of the term, the year, the quarter and the month, and their materials. */
export const topics = {
  'topic.summary': 'Xem hoặc đặt chuyên đề',
  'topic.example':
    '/chuyende\n/chuyende tháng 12: Học tập Di chúc của Chủ tịch Hồ Chí Minh | Học tập Di chúc\n/chuyende quý 4: Tự soi, tự sửa\n/chuyende 2026 Xây dựng văn hóa liêm chính\n/chuyende toàn khóa 2025-2030: Xây dựng Đảng trong sạch, vững mạnh\n/chuyende thêm tháng 12: Đền ơn đáp nghĩa\n/chuyende xóa CD3\nCả năm: gửi mỗi tháng một dòng (1: …, 2: …), hoặc gửi tệp Excel, CSV kèm lệnh này.',
  'topic.period_month': 'Tháng {month}/{year}',
  'topic.period_quarter': 'Quý {quarter}/{year}',
  'topic.period_year': 'Năm {year}',
  'topic.period_term': 'Toàn khóa {from}-{to}',

  'topic.today': '<b>Chuyên đề hôm nay, {date}</b>',
  'topic.none_today':
    'Hôm nay chưa có chuyên đề nào. Quản trị viên đặt bằng: /chuyende tháng {month}: tên chuyên đề',
  'topic.within': '<b>Chuyên đề {period}</b>',
  'topic.none_within':
    'Chưa có chuyên đề cho {period}. Quản trị viên đặt bằng: /chuyende {period}: tên chuyên đề',
  'topic.entry': '<b>{period}</b> ({code}): {title}',
  'topic.short': 'Gọi ngắn: {short}',
  'topic.materials': 'Tài liệu:',

  'topic.set_one': '✅ Đã đặt chuyên đề:',
  'topic.set_many': '✅ Đã đặt {n} chuyên đề:',
  'topic.replaced': 'Thay cho: {topics}. Lấy lại một chuyên đề: /chuyende khôi phục {code}',
  'topic.removed': 'Đã xóa: {topics}. Lấy lại: /chuyende khôi phục {code}',
  'topic.restored': 'Đã lấy lại:',
  'topic.named': '{code} – {short}',
  'button.keep_topic': 'Giữ cả {code}',
  'button.restore_topic': 'Lấy lại {code}',
  'button.add_material': 'Thêm tài liệu',

  'topic.which_period':
    'Chuyên đề này của kỳ nào? Chọn một nút, hoặc ghi, ví dụ: tháng 12/2026; quý 4; năm 2026.',
  'topic.period_unknown':
    'Chưa hiểu kỳ “{text}”. Ví dụ: tháng 12/2026; quý 4/2026; năm 2026; toàn khóa 2025-2030.',
  'topic.no_such_month': 'Không có tháng {number}. Mời ghi từ tháng 1 đến tháng 12.',
  'topic.no_such_quarter': 'Không có quý {number}. Mời ghi từ quý 1 đến quý 4.',
  'topic.year_far': 'Năm {year} xa quá, có thể ghi nhầm. Mời kiểm tra lại.',
  'topic.term_years':
    'Nhiệm kỳ “{text}” cần hai năm, cách nhau không quá 10 năm. Ví dụ: toàn khóa 2025-2030.',
  'topic.month_ambiguous': '“{text}” có thể là tháng sau hoặc tháng sáu. Mời ghi bằng số, ví dụ: tháng 6.',
  'topic.one_period': '“{text}” gồm nhiều kỳ. Mời ghi mỗi dòng một tháng hoặc một quý.',
  'topic.title_needed': 'Thiếu tên chuyên đề.',
  'topic.title_too_long': 'Tên chuyên đề dài {n} ký tự, tối đa {max}. Vui lòng rút gọn.',
  'topic.short_too_long': 'Tên ngắn dài {n} ký tự, tối đa {max}. Vui lòng rút gọn.',
  'topic.too_many_parts': 'Nhiều dấu | quá. Cách ghi: tên đầy đủ | tên ngắn | liên kết tài liệu.',
  'topic.too_many_at_once': 'Mỗi lần đặt được nhiều nhất {max} chuyên đề. Vui lòng chia ra nhiều lần.',
  'topic.too_many_of_period': 'Mỗi kỳ có nhiều nhất {max} chuyên đề.',
  'topic.not_found': 'Không có chuyên đề {code} trong đơn vị này. Gõ /chuyende năm {year} để xem cả năm.',
  'topic.is_removed': '{code} đã được xóa. Lấy lại: /chuyende khôi phục {code}',

  'topic.plan_wrong':
    'Chưa đặt chuyên đề nào, vì có {n} dòng cần sửa:\n{problems}\nSửa xong, vui lòng gửi lại cả bản.',
  'topic.plan_problem': '• Dòng {line}: {what}',
  'topic.plan_empty': 'Chưa thấy chuyên đề nào. Mời ghi mỗi tháng một dòng, ví dụ: 1: Tên chuyên đề tháng 1',
  'topic.line_without_period':
    'chưa rõ là tháng nào (“{text}”). Mời ghi, ví dụ: 3: Tên chuyên đề; hoặc Quý 2 - Tên chuyên đề.',
  'topic.cell_without_period':
    'cột Tháng ghi “{text}”, cần một tháng hoặc một quý, ví dụ: 3; Tháng 3; Quý 2.',
  'topic.wrong_columns':
    'Chưa đặt chuyên đề nào. Dòng {line} của tệp có: {found}. Cần một dòng tiêu đề có cột “Tháng” và cột “Chuyên đề”; có thể thêm cột “Năm”, “Tên ngắn”, “Tài liệu”.',
  'topic.which_year': 'Bản này có tháng đã qua và tháng sắp tới. Đây là chuyên đề của năm nào?',
  'topic.year_unknown': 'Mời ghi một năm, ví dụ: 2026.',
  'topic.sheet_year_needed':
    'Chưa đặt chuyên đề nào: tệp có tháng đã qua và tháng sắp tới mà chưa ghi năm. Vui lòng gửi lại tệp, ghi kèm: /chuyende {year}',
  'topic.sheet_unreadable':
    'Không mở được tệp “{name}”. Vui lòng lưu lại thành .xlsx, hoặc .csv mã UTF-8, rồi gửi lại.',
  'topic.sheet_unknown_type':
    '“{name}” không phải bảng tính. Cần tệp .xlsx hoặc .csv có cột “Tháng” và cột “Chuyên đề”.',
  'topic.sheet_too_large': 'Tệp “{name}” có quá nhiều dòng. Chỉ cần một dòng cho mỗi chuyên đề.',

  'material.summary': 'Xem hoặc thêm tài liệu của chuyên đề',
  'material.example':
    '/tailieu\n/tailieu CD3 https://dichuc.vn/ban-goc Di chúc, bản gốc\n/tailieu CD3 Đường cách mệnh\n/tailieu CD3 xóa 2\nGửi tệp kèm /tailieu CD3<reply>, hoặc trả lời tệp đó bằng /tailieu CD3</reply>',
  'material.ask_topic': 'Tài liệu của chuyên đề nào? Ghi mã, ví dụ: CD3',
  'material.which_topic': 'Tài liệu này của chuyên đề nào? Ghi mã, ví dụ: CD3. Xem mã: /chuyende',
  'material.ask_what':
    '<reply>Gửi liên kết, tên tài liệu hoặc tệp, bằng cách trả lời tin này.</reply><form>Mời ghi liên kết hoặc tên tài liệu; tệp thì gửi kèm lệnh /tailieu.</form>',
  'material.line': '{number}. {name}',
  'material.line_link': '{number}. {name} – {url}',
  'material.line_file': '{number}. {name} (tệp)',
  'material.none': '{code} chưa có tài liệu.',
  'material.added': '✅ Đã thêm tài liệu.',
  'material.taken_out': 'Đã xóa tài liệu.',
  'material.here': 'Tài liệu: {name}',
  'material.elsewhere': 'Tệp “{name}” được gửi trên {platform}; vui lòng xem tại đó.',
  'material.lost':
    'Tệp “{name}” được gửi trên {platform} trước đây, nay không còn lấy được. Quản trị viên gửi lại tệp kèm: /tailieu {code}',
  'material.needed': 'Mời ghi liên kết hoặc tên tài liệu, hoặc gửi kèm tệp.',
  'material.name_too_long': 'Tên tài liệu dài quá {max} ký tự. Vui lòng rút gọn.',
  'material.url_too_long': 'Liên kết dài quá {max} ký tự. Vui lòng dùng liên kết ngắn hơn.',
  'material.too_many': 'Mỗi chuyên đề có nhiều nhất {max} tài liệu.',
  'material.not_found': '{code} không có tài liệu số {number}.',
} as const;
