/** 缺失的规则: what the documents leave to people, by how often, with what seniors decided. */
import { getJson } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { shown } from '../kit/words.js';
import { withPerson } from './session.js';

const rules = document.querySelector('[data-rules]');
const status = document.querySelector('[data-status]');
const family = document.querySelector('[data-filter] select');

withPerson(async () => {
  const families = await getJson('/api/decisions');
  family.append(...families.map(({ name, label }) => element('option', { value: name }, label)));
  await load();
});
family.addEventListener('change', () => load().catch((problem) => tell(problem.message)));

async function load() {
  const query = family.value ? `?${new URLSearchParams({ family: family.value })}` : '';
  const found = await getJson(`/api/missing-rules${query}`);
  rules.replaceChildren(...found.map(panel));
  tell(found.length ? `共 ${found.length} 项。` : '还没有转由人判断的事项。');
}

function panel(rule) {
  const instances = element('details', {}, element('summary', {}, '各次的事实和判断'), element('div', { class: 'yb-scroll' }));
  instances.addEventListener('toggle', () => instances.open && showInstances(instances, rule), { once: true });
  return element(
    'section',
    { class: 'yb-panel' },
    element('h2', {}, `${rule.familyLabel}${rule.regionName ? ` · ${rule.regionName}` : ''}`),
    ...reasons(rule).map((sentence) => element('p', {}, sentence)),
    element('p', { class: 'yb-count' }, counts(rule)),
    rule.rule ? element('p', { class: 'yb-source' }, `规则 ${rule.rule}`) : null,
    instances
  );
}

/** What the documents do not say, with the open reading or provision it rests on. */
function reasons({ silence, ruleText }) {
  const said = silence.map(({ says, because }) => (because.length ? `${says}（${because.join('、')}）` : says));
  return said.length ? said : [ruleText || '没有一条规则回答。'];
}

function counts({ cases, enquiries, decided, open, first, last }) {
  const times = [cases ? `案件 ${cases} 件` : '', enquiries ? `咨询 ${enquiries} 项` : ''].filter(Boolean).join('，');
  const outcomes = decided.map(({ outcome, times: many }) => `${outcome || '已定'} ${many} 次`).join('，');
  const span = first === last ? shown(first, 'date') : `${shown(first, 'date')}至${shown(last, 'date')}`;
  return `${times}；${outcomes ? `主管判断：${outcomes}；` : ''}${open ? `待判断 ${open} 次；` : ''}业务日期 ${span}。`;
}

async function showInstances(host, rule) {
  const room = host.querySelector('div');
  try {
    room.replaceChildren(table(await getJson(`/api/missing-rules/${rule.key}`)));
  } catch (problem) {
    room.replaceChildren(element('p', { class: 'yb-message' }, problem.message));
  }
}

function table(instances) {
  const heads = ['业务日期', '事实', '判断', '理由和依据'].map((head) => element('th', { scope: 'col' }, head));
  const lines = instances.map(({ businessDate, sentences, conclusion, grounds }) =>
    element(
      'tr',
      {},
      ...[shown(businessDate, 'date'), sentences.join('；'), shown(conclusion), shown(grounds)].map((cell) => element('td', {}, cell))
    )
  );
  return element('table', { class: 'yb-plain' }, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...lines));
}

function tell(sentence) {
  status.textContent = sentence;
}
