export const topics = {
  'topic.summary': 'See or set topics',
  'topic.example':
    '/topic\n/topic month 12: The Testament of President Hồ Chí Minh | The Testament\n/topic quarter 4: Self-reflection\n/topic 2026 A culture of integrity\n/topic term 2025-2030: A clean and strong organisation\n/topic add month 12: Gratitude to war invalids\n/topic remove CD3\nA whole year: send a line for each month (1: …, 2: …), or an Excel or CSV file with this command.',
  'topic.period_month': 'Month {month}/{year}',
  'topic.period_quarter': 'Quarter {quarter}/{year}',
  'topic.period_year': 'Year {year}',
  'topic.period_term': 'Term {from}-{to}',

  'topic.today': '<b>Topics today, {date}</b>',
  'topic.none_today':
    'There is no topic today. An administrator sets one with: /topic month {month}: its title',
  'topic.within': '<b>Topics, {period}</b>',
  'topic.none_within':
    'There is no topic for {period}. An administrator sets one with: /topic {period}: its title',
  'topic.entry': '<b>{period}</b> ({code}): {title}',
  'topic.short': 'In short: {short}',
  'topic.materials': 'Materials:',

  'topic.set_one': '✅ The topic is set:',
  'topic.set_many': '✅ {n} topics are set:',
  'topic.replaced': 'Instead of: {topics}. To bring one back: /topic restore {code}',
  'topic.removed': 'Removed: {topics}. To bring it back: /topic restore {code}',
  'topic.restored': 'Brought back:',
  'topic.named': '{code} – {short}',
  'button.keep_topic': 'Keep {code} too',
  'button.restore_topic': 'Bring {code} back',
  'button.add_material': 'Add material',

  'topic.which_period':
    'Which period is this topic for? Press a button, or write for example: month 12/2026; quarter 4; year 2026.',
  'topic.period_unknown':
    '“{text}” is no period. Examples: month 12/2026; quarter 4/2026; year 2026; term 2025-2030.',
  'topic.no_such_month': 'There is no month {number}. Months go from 1 to 12.',
  'topic.no_such_quarter': 'There is no quarter {number}. Quarters go from 1 to 4.',
  'topic.year_far': 'The year {year} is far away; is it a slip? Please check it.',
  'topic.term_years': 'The term “{text}” needs two years, at most 10 apart. Example: term 2025-2030.',
  'topic.month_ambiguous': '“{text}” may be next month or June. Please write a number, such as: month 6.',
  'topic.one_period': '“{text}” covers several periods. Please write one month or quarter a line.',
  'topic.title_needed': 'The title of the topic is missing.',
  'topic.title_too_long': 'The title has {n} characters, at most {max}. Please shorten it.',
  'topic.short_too_long': 'The short title has {n} characters, at most {max}. Please shorten it.',
  'topic.too_many_parts': 'Too many | marks. Write: full title | short title | link to a material.',
  'topic.too_many_at_once': 'At most {max} topics can be set at once. Please send them in parts.',
  'topic.too_many_of_period': 'A period has at most {max} topics.',
  'topic.not_found': 'This unit has no topic {code}. Type /topic year {year} for those of the year.',
  'topic.is_removed': '{code} was removed. To bring it back: /topic restore {code}',

  'topic.plan_wrong':
    'No topic was set, because {n} lines need a correction:\n{problems}\nPlease correct them and send the whole plan again.',
  'topic.plan_problem': '• Line {line}: {what}',
  'topic.plan_empty':
    'There is no topic in it. Please write a line for each month, such as: 1: Title for January',
  'topic.line_without_period':
    'it is not clear which month it is for (“{text}”). Example: 3: Title; or Quarter 2 - Title.',
  'topic.cell_without_period':
    'the month column says “{text}”; it needs a month or a quarter, such as: 3; Month 3; Quarter 2.',
  'topic.wrong_columns':
    'No topic was set. Line {line} of the file has: {found}. A heading row is needed with the columns “Month” and “Topic”; “Year”, “Short title” and “Material” may be added.',
  'topic.which_year': 'Some of these months are over and some are to come. Which year are the topics for?',
  'topic.year_unknown': 'Please write a year, such as 2026.',
  'topic.sheet_year_needed':
    'No topic was set: some months in the file are over, some are to come, and no year is given. Please send it again with: /topic {year}',
  'topic.sheet_unreadable':
    'The file “{name}” cannot be opened. Please save it as .xlsx, or as .csv in UTF-8, and send it again.',
  'topic.sheet_unknown_type':
    '“{name}” is no spreadsheet. An .xlsx or .csv file with the columns “Month” and “Topic” is needed.',
  'topic.sheet_too_large': 'The file “{name}” has too many rows. One row for each topic is enough.',

  'material.summary': 'See or add materials of a topic',
  'material.example':
    '/material\n/material CD3 https://dichuc.vn/ban-goc The Testament, original\n/material CD3 The Revolutionary Path\n/material CD3 remove 2\nSend a file with /material CD3<reply>, or reply to it with /material CD3</reply>',
  'material.ask_topic': 'Which topic is it for? Write its code, such as CD3',
  'material.which_topic': 'Which topic is this for? Write its code, such as CD3. Codes: /topic',
  'material.ask_what':
    '<reply>Send a link, the name of a work or a file, as a reply to this message.</reply><form>Please write a link or the name of a work; a file comes with the command /material.</form>',
  'material.line': '{number}. {name}',
  'material.line_link': '{number}. {name} – {url}',
  'material.line_file': '{number}. {name} (file)',
  'material.none': '{code} has no materials.',
  'material.added': '✅ The material is added.',
  'material.taken_out': 'The material is removed.',
  'material.here': 'Material: {name}',
  'material.elsewhere': 'The file “{name}” was sent on {platform}; please look for it there.',
  'material.lost':
    'The file “{name}” was sent on {platform} before and cannot be fetched any more. An administrator may send it again with: /tailieu {code}',
  'material.needed': 'Please write a link or the name of a work, or send a file with it.',
  'material.name_too_long': 'The name has more than {max} characters. Please shorten it.',
  'material.url_too_long': 'The link has more than {max} characters. Please use a shorter one.',
  'material.too_many': 'A topic has at most {max} materials.',
  'material.not_found': '{code} has no material number {number}.',
} as const;
