/** How values are shown to people: formats by name, and the Chinese words for the codes of the API. */

const WORDS = {
  transferKind: { WITHIN_POOL: '统筹区内', WITHIN_PROVINCE: '省内跨统筹区', CROSS_PROVINCE: '跨省' },
  memberIdentity: { EMPLOYER: '在职职工（随单位参保）', FLEXIBLE: '灵活就业人员', RESIDENT: '城乡居民' },
  sex: { MALE: '男', FEMALE: '女' },
  monthKind: { PAID: '实际缴费', DEEMED: '视同缴费' },
  scheme: { EMPLOYEE: '职工医保', RESIDENT: '居民医保' },
  outcome: { DECIDED: '依文件确定', REFER: '文件没有规定，由主管确定' },
  refundScope: {
    FULL_PAYMENT: '全部已缴费用',
    REMAINING_MONTHS_OF_YEAR: '当年剩余月份',
    MONTHS_AFTER_DEATH: '死亡次月起的月份',
    MONTHS_SINCE_RETIREMENT: '退休当月起的月份',
    DUPLICATED_MONTHS: '重复缴费的月份',
    MONTHS_IN_PRISON: '服刑期间的月份',
    LUMP_SUM: '一次性趸缴的费用'
  },
  eligibility: { ELIGIBLE: '可以退费', INELIGIBLE: '不能退费', REFER: '文件没有规定，由主管确定' },
  yesNo: { true: '是', false: '否' }
};

/** Days and months within texts, as 2026-02-12 and 2026-02; numbers of cases and papers that look alike are none. */
const CALENDAR = / ?(?<![\w-])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?:-([0-3]\d))?(?![\w-])(?: (?!\d))?/g;

/** A code of the API with what it means, as HEIR（继承人）. */
const CODE = / ?\b[A-Z][A-Z_]{3,}（([^（）]+)）/g;

const FORMATS = {
  text: (value) => spoken(String(value)),
  date: (value) => value.replace(/^(\d{4})-0?(\d+)-0?(\d+).*$/, '$1年$2月$3日'),
  month: (value) => value.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月'),
  time: (value) => beijing(value),
  dayOf: (value) => beijing(value).replace(/ .*/, ''),
  days: (value) => `${value} 个工作日`,
  months: (value) => `${value} 个月`,
  yuan: (value) => `${Number(value).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 元`,
  rate: (value) => `${Number((value * 100).toPrecision(8))}%`,
  actor: (value) => String(value),
  tableVersion: (value) => (value ? `第 ${value} 次出具` : '纸质'),
  list: (value) => [value].flat().map(textOf).join('；')
};

/** A text that the server wrote, its days and months as people read them. */
export function spoken(text) {
  return text.replace(CALENDAR, (found, year, month, day) => `${year}年${Number(month)}月${day ? `${Number(day)}日` : ''}`);
}

/** A refusal that the server wrote for systems too: where a code stands with what it means, people read the meaning alone. */
export function told(message) {
  return message.replace(CODE, '$1');
}

/** What is shown for a value; a dash where there is none. */
export function shown(value, format = 'text') {
  if (format === 'actor' && !value) {
    return '系统';
  }
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)) {
    return '—';
  }
  if (WORDS[format]) {
    return WORDS[format][value] ?? String(value);
  }
  if (!FORMATS[format]) {
    throw new Error(`没有 data-format="${format}" 这种格式`);
  }
  return FORMATS[format](value);
}

/** The value at a path such as person.name; undefined if a step is missing. */
export function at(model, path) {
  return path.split('.').reduce((value, step) => value?.[step], model);
}

/** A provision is shown by its id. */
function textOf(item) {
  return typeof item === 'object' ? item.id : String(item);
}

function beijing(value) {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short'
  }).format(new Date(value));
}
