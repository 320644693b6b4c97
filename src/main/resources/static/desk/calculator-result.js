/** What was calculated: the options of all pools in one table, then each pool with its reasons, provisions and a chart. */
import { element } from '../kit/elements.js';
import { provisionList } from '../kit/provisions.js';
import { shown, spoken } from '../kit/words.js';
import { courseChart } from './calculator-chart.js';

const PAYERS = { EMPLOYER: '用人单位', PERSON: '本人' };
const OUTCOMES = { MET: ['够了', 'yb-state-completed'], SHORT: ['不够', 'yb-clock-at_risk'], REFER: ['转人工判断', 'yb-provisional'] };

/** The answer as an element, and functions that draw its charts once it stands in the page. */
export function calculation(answer) {
  const charts = [];
  const counted = answer.pools.filter((pool) => pool.tests.length);
  const node = element(
    'div',
    { class: 'yb-calculation' },
    counted.length ? overview(answer, counted) : null,
    ...answer.pools.map((pool) => poolSection(pool, charts))
  );
  return { node, charts };
}

/** All options of all pools, side by side. */
function overview({ quotedOn, person }, pools) {
  const rows = pools.flatMap((pool) =>
    pool.options.length ? pool.options.map((option, place) => optionRow(pool, option, place)) : [noOptionRow(pool)]
  );
  return element(
    'section',
    { class: 'yb-panel', 'aria-labelledby': 'title-overview' },
    element('h2', { id: 'title-overview' }, '各种办法并列'),
    element(
      'p',
      { class: 'yb-hint' },
      `核价日期 ${shown(quotedOn, 'date')}。${person ? `${person.name}（${person.identityNumber}），缴费月数、基数和参保身份取登记，另填的除外。` : ''}`
    ),
    element(
      'div',
      { class: 'yb-wide-table', tabindex: '0', role: 'region', 'aria-labelledby': 'title-overview' },
      element(
        'table',
        { class: 'yb-plain yb-options-table' },
        element(
          'thead',
          {},
          element('tr', {}, ...['统筹区', '办法', '补几个月', '基数', '比例', '一次性', '按月（今天）', '年限何时满', '待遇', '价格有效到'].map((head) => element('th', { scope: 'col' }, head)))
        ),
        element('tbody', {}, ...rows)
      )
    )
  );
}

function noOptionRow(pool) {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, pool.poolName),
    element('td', { colspan: '9' }, pool.met ? '年限够了，不用补缴。' : '是否够年限要由人判断，见下。')
  );
}

function optionRow(pool, option, place) {
  const way = titleOf(pool, option);
  const cells = [
    [way, null],
    [option.months ? `${option.months} 个月` : '—', 'yb-figure'],
    [option.base === null ? '—' : `${shown(option.base, 'yuan')}${option.baseTitle ? `（${option.baseTitle}）` : ''}`, null],
    [option.rateSaid ?? '—', 'yb-figure'],
    [price(option), option.amount === null ? null : 'yb-figure'],
    [option.kind === 'CONTINUE_MONTHLY' ? shown(option.monthlyToday, 'yuan') : '—', 'yb-figure'],
    [shown(option.reachedIn, 'month'), null],
    [option.benefitStart ? `${shown(option.benefitStart, 'date')}起` : '见说明', null],
    [shown(option.lastValidDay, 'date'), null]
  ];
  const head = place === 0 ? element('th', { scope: 'rowgroup', rowspan: String(pool.options.length) }, pool.poolName) : null;
  return element('tr', {}, head, ...cells.map(([cell, look]) => element('td', { class: look }, cell)));
}

function price({ amount, priceNamedBy }) {
  return amount === null ? (priceNamedBy ? '文件没有定价，由人定（见下）' : '—') : element('strong', {}, shown(amount, 'yuan'));
}

/** What stands beside the name of an option: its price, or what a month costs. */
function headPrice({ kind, amount, monthlyToday, priceNamedBy }) {
  if (kind === 'CONTINUE_MONTHLY') {
    return monthlyToday === null ? '' : `每月 ${shown(monthlyToday, 'yuan')}（今天）`;
  }
  if (amount !== null) {
    return shown(amount, 'yuan');
  }
  return priceNamedBy ? element('span', { class: 'yb-mark yb-provisional' }, '文件没有定价') : '';
}

function titleOf(pool, option) {
  const test = pool.tests.find(({ option: name }) => name === option.test);
  return `${option.title}${test?.title ? `（${test.title}）` : ''}`;
}

function poolSection(pool, charts) {
  return element(
    'section',
    { class: 'yb-panel yb-pool', 'data-pool': pool.pool },
    element('h2', {}, pool.poolName),
    pool.wrong.length ? problems('有需要更正的地方：', pool.wrong.map(({ message }) => message)) : null,
    pool.open.length ? problems('还需要：', pool.open.map(({ label }) => label)) : null,
    ...pool.remarks.map((remark) => element('p', { class: 'yb-notice' }, remark)),
    ...pool.tests.map(testPart),
    ...pool.options.map((option, place) => optionPart(pool, option, pool.options.slice(0, place))),
    provisions([...pool.tests, ...pool.options].flatMap((each) => each.provisions)),
    chartPart(pool, charts),
    figuresPart(pool),
    pool.outlook.length ? list('平均工资变了会怎样', pool.outlook) : null,
    pool.tests.length ? factsPart(pool.facts) : null
  );
}

function testPart(test) {
  const [title, look] = OUTCOMES[test.outcome];
  const missing = test.outcome === 'SHORT' ? `，差 ${test.shortfall} 个月` : '';
  return element(
    'div',
    { class: 'yb-test' },
    element('h3', {}, test.title || '年限', ' ', element('span', { class: `yb-mark ${look}` }, `${title}${missing}`)),
    element('p', {}, test.says)
  );
}

/** Reasons that an option above gave already are not given again. */
function optionPart(pool, option, above) {
  const facts = [
    option.priceNamedBy,
    option.payer ? `由${PAYERS[option.payer]}缴` : null,
    option.accountCredited === null ? null : option.accountCredited ? '计入个人账户' : '不计入个人账户',
    option.benefitStartSays,
    option.monthlySays,
    option.lastValidDaySays
  ].filter((fact) => fact && !option.consequences.some((consequence) => consequence.includes(fact)));
  const told = above.some(({ says }) => says === option.says);
  return element(
    'div',
    { class: 'yb-test' },
    element('h3', {}, titleOf(pool, option), ' ', headPrice(option)),
    option.says && !told ? element('p', {}, option.says) : null,
    list(null, [...new Set([...option.consequences, ...facts])])
  );
}

function chartPart(pool, charts) {
  const courses = pool.options
    .filter(({ course }) => course.length)
    .map((option) => ({ ...option, label: titleOf(pool, option) }));
  if (!courses.length) {
    return null;
  }
  const { node, draw } = courseChart(pool.poolName, courses);
  charts.push(draw);
  return node;
}

function figuresPart({ figures }) {
  return list('用到的参考数据', figures.map(({ label, said, source }) => `${label} ${said}：${spoken(source)}`));
}

function factsPart(facts) {
  return element(
    'details',
    { class: 'yb-used-facts' },
    element('summary', {}, '按哪些事实'),
    element('ul', {}, ...facts.map(({ label, said, source }) => element('li', {}, `${label}：${spoken(said)}（${spoken(source)}）`)))
  );
}

/** What the provisions say that were named, each once. */
function provisions(cited) {
  const once = [...new Map(cited.map((provision) => [provision.id, provision])).values()];
  return once.length
    ? element(
        'div',
        {},
        element('h3', {}, '依据'),
        provisionList(once)
      )
    : null;
}

function list(title, lines) {
  if (!lines.length) {
    return null;
  }
  return element(
    'div',
    {},
    title ? element('h3', {}, title) : null,
    element('ul', {}, ...lines.map((line) => element('li', {}, line)))
  );
}

function problems(title, lines) {
  return element(
    'div',
    { class: 'yb-messages' },
    element('p', {}, title),
    element('ul', {}, ...lines.map((line) => element('li', {}, line)))
  );
}
