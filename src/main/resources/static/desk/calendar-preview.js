/** What a change of the calendar would do, before it is done; and what is wrong with what was sent. */
import { element } from '../kit/elements.js';
import { address } from '../kit/http.js';
import { shown } from '../kit/words.js';

const PLACES = {
  date: '日期',
  name: '名称',
  day_off: '放假与否',
  notice: '通知',
  isOffDay: '放假与否',
  kind: '种类',
  region: '地区',
  year: '年度',
  from: '起始日期',
  until: '截止日期',
  value: '数',
  identity: '人员类别',
  account_type: '账户类别',
  announced_on: '公布日期',
  source: '出处',
  replaces: '所更正的编号'
};

/** What is wrong, all of it, with where it stands. */
export function mistakes(problem) {
  const found = problem.violations?.length ? problem.violations.map(mistake) : [problem.message];
  return element(
    'div',
    { class: 'yb-messages', role: 'alert' },
    element('p', {}, found.length > 1 ? `有 ${found.length} 处需要改正，没有改变任何数据：` : '没有改变任何数据：'),
    element('ul', {}, ...found.map((text) => element('li', {}, text)))
  );
}

function mistake({ field, value, message }) {
  const place = placeOf(field);
  return `${place ? `${place}：` : ''}${value ? `“${value}” ` : ''}${message}`;
}

/** file:12:date is line 12 of the file, column date; file:days[3].date an entry of a JSON file. */
function placeOf(field) {
  const [of, line, column] = (field || '').split(':');
  if (of !== 'file' || !line) {
    return of === 'file' ? '文件' : '';
  }
  const entry = /^days\[(\d+)\]\.?(\w*)$/.exec(line);
  if (entry) {
    return `文件第 ${Number(entry[1]) + 1} 个日子${entry[2] ? `的${PLACES[entry[2]] || entry[2]}` : ''}`;
  }
  return /^\d+$/.test(line) ? `文件第 ${line} 行${column ? `的${PLACES[column] || column}` : ''}` : `文件的 ${line}`;
}

/**
 * @param {object} view a preview as the API tells it
 * @param {string} label of the button that does it
 * @param {(button: HTMLButtonElement) => void} onConfirm
 */
export function preview(view, label, onConfirm) {
  const confirm = element('button', { type: 'button', class: 'btn btn-primary' }, label);
  confirm.addEventListener('click', () => onConfirm(confirm));
  return element(
    'div',
    { class: 'yb-outcome' },
    element('h3', { tabindex: '-1' }, `预览：${view.text}`),
    view.amends ? element('p', { class: 'yb-notice' }, '这一年（或这些日子）已有安排，将改变其中的：') : null,
    days(view.days),
    element('p', {}, summary(view)),
    table(
      '到期日怎样移动',
      ['原到期日', '新到期日', '件数'],
      view.shifts.map((shift) => [
        due(shift.from, shift.provisionalBefore),
        due(shift.to, shift.provisionalAfter),
        String(shift.cases)
      ])
    ),
    table(
      '本人所在统筹区的案件',
      ['案号', '统筹区', '原到期日', '新到期日'],
      view.cases.map((moved) => [
        element('a', { href: address(`/desk/cases/${encodeURIComponent(moved.caseNumber)}`) }, moved.caseNumber),
        moved.poolName,
        due(moved.dueBefore, moved.provisionalBefore),
        due(moved.dueAfter, moved.provisionalAfter)
      ])
    ),
    view.furtherCases ? element('p', {}, `还有 ${view.furtherCases} 件没有列出。`) : null,
    element('p', { class: 'yb-actions' }, confirm)
  );
}

function summary(view) {
  const parts = [`在办且有期限的案件 ${view.open} 件，到期日移动的 ${view.moved} 件`];
  if (view.settled) {
    parts.push(`不再是暂定的 ${view.settled} 件`);
  }
  if (view.unsettled) {
    parts.push(`变为暂定的 ${view.unsettled} 件`);
  }
  const where = view.pools.map((pool) => `${pool.name} ${pool.cases} 件`).join('，');
  return `${parts.join('，')}${where ? `（${where}）` : ''}。`;
}

function days(changes) {
  const text = (change) =>
    `${shown(change.day, 'date')} ${change.nameAfter || change.nameBefore || ''}：${was(change.workedBefore)}改为${was(change.workedAfter)}`;
  const counting = changes.filter((change) => change.workedBefore !== change.workedAfter);
  return element(
    'details',
    { open: counting.length <= 12 },
    element('summary', {}, `与现在不同的日子 ${counting.length} 天`),
    element('ul', {}, ...counting.map((change) => element('li', {}, text(change))))
  );
}

function was(worked) {
  return worked ? '上班' : '休息';
}

function due(day, provisional) {
  return `${shown(day, 'date')}${provisional ? '（暂定）' : ''}`;
}

function table(caption, heads, rows) {
  if (!rows.length) {
    return null;
  }
  return element(
    'div',
    { class: 'yb-wide-table', tabindex: '0', role: 'region', 'aria-label': caption },
    element(
      'table',
      { class: 'yb-plain' },
      element('caption', { class: 'yb-hidden' }, caption),
      element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
      element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((value) => element('td', {}, value)))))
    )
  );
}
