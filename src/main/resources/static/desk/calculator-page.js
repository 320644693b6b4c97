/** 退休测算: what is missing at retirement and what closing the gap costs, in one pool or several side by side; nothing is stored. */
import { Form, getJson, postJson } from '../kit/kit.js';
import { fieldOf } from '../kit/declared.js';
import { calculation } from './calculator-result.js';
import { withPerson } from './session.js';

/** What is always shown; the rest is asked for where the answer depends on it. */
const FIRST = [
  'sex',
  'retirementAgeOn',
  'quotedOn',
  'identity',
  'accountType',
  'actualMonths',
  'actualMonthsInProvince',
  'actualMonthsInPool',
  'deemedMonths',
  'movedFrom'
];

const find = (name) => document.querySelector(`[data-${name}]`);
const host = find('question');
const form = new Form(host);
const status = find('status');
const result = find('result');
const print = find('print');
let declared = [];
let drawn = [];
let turn = 0;

async function start() {
  if (declared.length) {
    return;
  }
  const offered = await getJson('/api/backpays/calculation');
  form.field('pools').offer(offered.pools.map(({ code, name }) => [code, name]));
  declared = FIRST.map((name) => offered.facts.find((fact) => fact.name === name))
    .filter(Boolean)
    .concat(offered.facts.filter((fact) => !FIRST.includes(fact.name)));
  form.replaceFields(find('facts'), declared.map((fact) => fieldOf(fact, false)));
  reveal([]);
}

/** Shows what is always asked, what is stated and what the rules ask for. */
function reveal(needed) {
  const all = find('more').hidden;
  declared.forEach(({ name }) => {
    const field = form.field(name);
    field.host.hidden = !(all || FIRST.includes(name) || needed.includes(name) || field.value() !== null);
  });
}

async function ask(event) {
  event.preventDefault();
  if (!(await form.check())) {
    return;
  }
  turn += 1;
  const mine = turn;
  status.textContent = '正在测算…';
  find('ask').disabled = true;
  try {
    const { pools, identityNumber, bornOn, retirementKind, ...facts } = form.values();
    const answer = await postJson('/api/backpays/calculation', { pools: pools.split(';'), identityNumber, bornOn, retirementKind, facts });
    if (mine === turn) {
      show(answer);
    }
  } catch (problem) {
    clear();
    status.textContent = '';
    form.showProblem(problem);
  } finally {
    find('ask').disabled = false;
  }
}

function show(answer) {
  const open = [...new Set(answer.pools.flatMap((pool) => pool.open.map(({ name }) => name)))];
  reveal(open);
  const wrong = answer.pools.flatMap((pool) => pool.wrong);
  wrong.forEach(({ field, message }) => form.field(field)?.show(message));
  clear();
  const { node, charts } = calculation(answer);
  result.replaceChildren(node);
  drawn = charts.map((draw) => draw());
  const counted = answer.pools.filter((pool) => pool.tests.length).length;
  print.hidden = counted === 0;
  status.textContent = open.length
    ? `还需要：${open.map((name) => form.field(name).label).join('、')}。`
    : wrong.length
      ? `有 ${wrong.length} 处需要更正。`
      : `已测算 ${counted} 个统筹区。`;
  if (open.length) {
    form.field(open[0]).focus();
  }
}

function clear() {
  drawn.forEach((chart) => chart.then((made) => made?.destroy()));
  drawn = [];
  result.replaceChildren();
  print.hidden = true;
}

host.addEventListener('submit', ask);
find('more').addEventListener('click', () => {
  find('more').hidden = true;
  reveal([]);
});
print.addEventListener('click', () => window.print());
window.addEventListener('beforeprint', () => {
  document.querySelectorAll('.yb-used-facts').forEach((facts) => {
    facts.open = true;
  });
});
withPerson(start);
