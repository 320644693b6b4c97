/** The ways to close a gap in contribution years, side by side: what each costs, until when, and what follows from it. */
import { element } from './elements.js';
import { provisionList } from './provisions.js';
import { shown } from './words.js';

const LINES = [
  ['按哪种算法', (way) => way.testTitle],
  ['从何时起可以选', (way) => way.openFrom && `${shown(way.openFrom, 'date')}（达到退休年龄）`, '现在'],
  ['要补的月数', (way) => (way.months ? `${way.months} 个月${way.closesAll ? '' : '（补后仍不够）'}` : null)],
  ['价格', (way) => price(way)],
  ['按什么算', (way) => counted(way)],
  ['价格的最后一日', (way) => way.lastValidDay && `${shown(way.lastValidDay, 'date')}${way.lastValidDaySays ? `。${way.lastValidDaySays}` : ''}`],
  ['按现在的标准每月', (way) => (way.monthlyToday ? shown(way.monthlyToday, 'yuan') : way.monthlySays)],
  ['缴满的月份', (way) => way.reachedIn && shown(way.reachedIn, 'month')],
  ['个人账户', (way) => (way.kind === 'LUMP_SUM' ? way.accountTitle : null)],
  ['由谁缴', (way) => (way.kind === 'LUMP_SUM' ? way.payerTitle : null)],
  ['待遇从何时起', (way) => way.benefitStartSays],
  ['选了以后', (way) => sentences(way.consequences?.filter((text) => !saidAbove(way).includes(text)))],
  ['依据', (way) => (way.citations?.length ? provisionList(way.citations) : null)]
];

/** A table of all ways, a column each; lines that say nothing of any way are left out. */
export function waysTable(ways) {
  const lines = LINES.map(([title, say, none]) => [title, ways.map((way) => say(way) || null), none]).filter(([, cells]) => cells.some(Boolean));
  return element(
    'table',
    { class: 'table table-condensed yb-table yb-gap-ways' },
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, '办法'), ...ways.map((way) => element('th', { scope: 'col' }, way.title)))),
    element(
      'tbody',
      {},
      ...lines.map(([title, cells, none = '—']) => element('tr', {}, element('th', { scope: 'row' }, title), ...cells.map((cell) => element('td', {}, cell ?? none))))
    )
  );
}

/**
 * Shows the ways of a model in an element data-ways of a form, with a field option to choose one.
 *
 * @param form the form
 * @param {object} model with options
 * @param {string} when the choice with which an option is sent, as decision=CHOOSE
 */
export function ways(form, model, when) {
  const open = model.options.filter((way) => !way.openFrom);
  const choice = element(
    'div',
    { class: 'yb-wide', 'data-field': 'option', 'data-kind': 'choice', 'data-label': '申请人选的办法', 'data-required': true, 'data-when': when },
    ...open.map((way) => element('span', { 'data-option': way.key }, label(way)))
  );
  const room = form.root.querySelector('[data-ways]');
  const hosts = model.mostInstalments > 1 ? [choice, instalments(model.mostInstalments, when)] : [choice];
  form.replaceFields(room, hosts);
  room.replaceChildren(
    element('div', { class: 'yb-scroll yb-gap-room', tabindex: '0', role: 'region', 'aria-label': '补足年限的办法' }, waysTable(model.options)),
    element('div', { class: 'yb-fields' }, ...hosts)
  );
  if (open.length === model.options.length) {
    form.field('decision').withdraw('AWAIT_AGE');
  } else if (!open.length) {
    form.field('decision').withdraw('CHOOSE');
  }
  form.adapt();
}

function instalments(most, when) {
  return element('div', {
    'data-field': 'instalments',
    'data-kind': 'count',
    'data-label': '分几期',
    'data-hint': `一次性补缴最多分 ${most} 期；不分期的不填`,
    'data-when': when
  });
}

function label(way) {
  const test = way.testTitle ? `（${way.testTitle}）` : '';
  const months = way.months ? `，${way.months} 个月` : '';
  const cost = way.kind !== 'LUMP_SUM' ? '' : way.amount ? `，${shown(way.amount, 'yuan')}` : '，价格由主管判断';
  return `${way.title}${test}${months}${cost}`;
}

/** What other lines say of a way in the same words. */
function saidAbove(way) {
  return [way.benefitStartSays, way.priceNamedBy, way.monthlyToday ? null : way.monthlySays];
}

function price(way) {
  if (way.kind !== 'LUMP_SUM') {
    return null;
  }
  return way.amount ? shown(way.amount, 'yuan') : way.priceNamedBy;
}

function counted(way) {
  if (!way.base && !way.baseTitle) {
    return null;
  }
  const base = `${way.baseTitle || '基数'}${way.base ? ` ${shown(way.base, 'yuan')}` : ''}`;
  return way.rate ? `${base} × ${shown(way.rate, 'rate')} × ${way.months} 个月` : base;
}

function sentences(texts) {
  return texts?.length ? element('div', { class: 'yb-sentences' }, ...texts.map((text) => element('p', {}, text))) : null;
}
