/** Figures and proposals of reference data, as lines of the page. */
import { element } from '../kit/elements.js';
import { shown } from '../kit/words.js';

const IDENTITIES = { EMPLOYER: '单位职工', FLEXIBLE: '灵活就业人员' };
const ACCOUNT_TYPES = { POOLED_ONLY: '单建统筹', POOLED_WITH_ACCOUNT: '统账结合' };
const OUTCOMES = {
  RELEASED: ['已审定', 'yb-state-completed'],
  RETURNED: ['已退回', 'yb-clock-missed'],
  TAKEN_BACK: ['已收回', '']
};

/** A figure on record; `on` says what its buttons do. */
export function figureLine(recorded, on) {
  const { figure } = recorded;
  const gone = recorded.inUse ? null : 'yb-withdrawn';
  return element(
    'tr',
    {},
    element('td', {}, String(figure.id)),
    element('th', { scope: 'row', class: gone }, figure.kindTitle),
    element('td', { class: gone }, figure.regionName),
    element('td', { class: gone }, timeOf(figure)),
    element('td', { class: gone }, element('strong', {}, figure.said), natureMark(figure)),
    element('td', {}, appliesTo(figure)),
    element('td', { class: 'yb-figure-source' }, `${shown(figure.announcedOn, 'date')}公布；${figure.source}`),
    element('td', { class: 'yb-figure-hands' }, hands(recorded)),
    element(
      'td',
      {},
      recorded.mayCorrect ? button('更正', () => on.correct(recorded)) : null,
      ' ',
      recorded.mayCorrect ? button('撤销', () => on.withdraw(recorded)) : null
    )
  );
}

/** A proposal with its figures; `on` says what its buttons do. */
export function proposal(each, on) {
  const [title, look] = OUTCOMES[each.outcome] || ['待审定', 'yb-state-open'];
  const what = each.withdrawal ? '提出撤销' : each.file ? `提出文件 ${each.file}` : '提出';
  return element(
    'details',
    { class: 'yb-proposal', open: each.outcome === null },
    element(
      'summary',
      {},
      element('span', { class: `yb-mark ${look}` }, title),
      ` 第 ${each.id} 次：${each.proposedBy}于 ${shown(each.proposedAt, 'time')} ${what}，${each.lines.length} 个数`
    ),
    each.note ? element('p', {}, `${each.withdrawal ? '原因' : '说明'}：${each.note}`) : null,
    element('ul', {}, ...each.lines.map(proposed)),
    each.outcome ? element('p', {}, reviewed(each, title)) : null,
    each.mayReview || each.mayTakeBack
      ? element(
          'p',
          { class: 'yb-actions' },
          each.mayReview ? button('审定', () => on.release(each), 'btn-primary') : null,
          each.mayReview ? button('退回…', () => on.giveBack(each)) : null,
          each.mayTakeBack ? button('收回', () => on.takeBack(each)) : null
        )
      : null
  );
}

function proposed({ figure, replaces }) {
  const applies = appliesTo(figure);
  return element(
    'li',
    {},
    `${figure.regionName} ${figure.kindTitle}，${timeOf(figure)}：`,
    element('strong', {}, figure.said),
    applies === '都适用' ? '' : `（${applies}）`,
    `；${shown(figure.announcedOn, 'date')}公布，${figure.source}`,
    replaces ? `；代替第 ${replaces} 号` : '',
    natureMark(figure)
  );
}

function reviewed({ reviewedBy, reviewedAt, reason }, title) {
  return `${reviewedBy}，${shown(reviewedAt, 'time')}，${title}${reason ? `：${reason}` : ''}`;
}

function hands(recorded) {
  const lines = recorded.proposedBy
    ? [`${recorded.proposedBy}提出，${shown(recorded.proposedAt, 'time')}`, `${recorded.releasedBy}审定，${shown(recorded.releasedAt, 'time')}`]
    : ['随程序发布'];
  if (recorded.replaces) {
    lines.push(`代替第 ${recorded.replaces} 号`);
  }
  if (recorded.replacedBy) {
    lines.push(`已由第 ${recorded.replacedBy} 号代替`);
  }
  if (recorded.withdrawnBy) {
    lines.push(`已撤销（第 ${recorded.withdrawnBy} 次提出）`);
  }
  return lines.join('；');
}

function timeOf({ kind, year, from, until }) {
  if (kind.endsWith('_AVERAGE_WAGE')) {
    return `${year} 年度`;
  }
  return until ? `${shown(from, 'date')}至${shown(until, 'date')}` : `${shown(from, 'date')}起`;
}

function appliesTo({ identity, accountType }) {
  return [IDENTITIES[identity], ACCOUNT_TYPES[accountType]].filter(Boolean).join('，') || '都适用';
}

function natureMark({ nature, natureTitle }) {
  return nature === 'ILLUSTRATIVE' ? element('span', { class: 'yb-mark yb-provisional' }, natureTitle) : null;
}

function button(text, work, look = 'btn-default') {
  const made = element('button', { type: 'button', class: `btn ${look} btn-sm` }, text);
  made.addEventListener('click', work);
  return made;
}
