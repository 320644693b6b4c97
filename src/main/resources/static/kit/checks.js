/**
 * What is checked where the person types. Each check takes the text and returns what is wrong, in Chinese, or null.
 * The server checks everything again and knows more.
 */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** Today in Beijing, as yyyy-MM-dd. */
export function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** A date typed as 20260212, 2026.2.12, 2026/2/12 or 2026年2月12日 becomes 2026-02-12; anything else stays as it is. */
export function tidyDate(text) {
  const parts = /^(\d{4})(?:(\d{2})(\d{2})|[-./年](\d{1,2})[-./月](\d{1,2})日?)$/.exec(text);
  return parts ? [parts[1], (parts[2] || parts[4]).padStart(2, '0'), (parts[3] || parts[5]).padStart(2, '0')].join('-') : text;
}

/** A real date, as yyyy-MM-dd. */
export function date(text) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts && isReal(+parts[1], +parts[2], +parts[3]) ? null : '请填写真实存在的日期，如 2026-02-12';
}

/** A real date that is not later than today in Beijing. */
export function pastDate(text) {
  return date(text) || (text > today() ? `日期不能晚于今天（${today()}）` : null);
}

/**
 * An identity number: 18 characters with birth date and check digit (GB 11643; residence permits of Hong Kong, Macao and
 * Taiwan residents and permanent residence cards of 2023 follow it), or a permanent residence card of the older kind.
 */
export function identityNumber(text) {
  const number = text.toUpperCase();
  if (/^[A-Z]{3}\d{12}$/.test(number)) {
    return null;
  }
  if (!/^\d{17}[\dX]$/.test(number)) {
    return `证件号码应为18位，前17位为数字，末位为数字或X（现有${number.length}位）；旧版永久居留证为3个字母加12位数字`;
  }
  const [year, month, day] = [+number.slice(6, 10), +number.slice(10, 12), +number.slice(12, 14)];
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (year < 1900 || !isReal(year, month, day)) {
    return `第7至14位“${number.slice(6, 14)}”不是真实的出生日期`;
  }
  if (born > today()) {
    return `出生日期 ${born} 晚于今天`;
  }
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * +number[place], 0);
  return CHECK_DIGITS[sum % 11] === number[17] ? null : '末位校验码不符，请核对证件号码';
}

/** A mobile or landline number. */
export function phone(text) {
  return /^1\d{10}$|^0\d{2,3}-?\d{7,8}$/.test(text) ? null : '请填写11位手机号，或带区号的固定电话，如 0635-1234567';
}

/** A month typed as 202603, 2026/3 or 2026年3月 becomes 2026-03; anything else stays as it is. */
export function tidyMonth(text) {
  const parts = /^(\d{4})(?:(\d{2})|[-./年](\d{1,2})月?)$/.exec(text);
  return parts ? `${parts[1]}-${(parts[2] || parts[3]).padStart(2, '0')}` : text;
}

/** A month, as yyyy-MM. */
export function month(text) {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? null : '请填写月份，如 2026-03';
}

/** A year. */
export function year(text) {
  return /^(19|2\d)\d{2}$/.test(text) ? null : '请填写四位年份，如 2026';
}

/** A whole number from 0. */
export function whole(text) {
  return /^\d{1,6}$/.test(text) ? null : '请填写不小于 0 的整数';
}

/** An amount in yuan. */
export function money(text) {
  return /^\d{1,12}(\.\d{1,2})?$/.test(text) ? null : '请填写金额（元），最多两位小数';
}

/** A share of one. */
export function rate(text) {
  return /^(0(\.\d{1,10})?|1(\.0{1,10})?)$/.test(text) ? null : '请填写 0 到 1 之间的小数，如 0.07';
}

/** A whole number from 1. */
export function count(text) {
  return /^[1-9]\d{0,3}$/.test(text) ? null : '请填写1至9999的整数';
}

function isReal(year, month, day) {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}
