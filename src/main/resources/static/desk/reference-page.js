/** 参考数据: the figures on record with their sources; proposing, releasing and returning them, for those who keep them. */
import { Form, getJson, postJson } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { postForm } from '../kit/http.js';
import { mistakes } from './calendar-preview.js';
import { figureLine, proposal } from './reference-rows.js';
import { withPerson } from './session.js';

const find = (name) => document.querySelector(`[data-${name}]`);
const filters = find('filters');
const told = find('told');
const form = new Form(find('propose'));
const send = find('propose').querySelector('[data-send]');
const cancel = find('propose').querySelector('[data-cancel]');
const file = find('file');
const reason = find('reason');
const reasonForm = new Form(reason.querySelector('form'));
let kinds = [];
let corrected = null;
let onReason = null;

async function show() {
  const overview = await getJson('/api/reference');
  kinds = overview.kinds;
  const { region } = filters.elements;
  const before = region.value;
  region.replaceChildren(
    element('option', { value: '' }, '本人的统筹区和省'),
    ...overview.regions.map(({ code, name }) => element('option', { value: code }, name))
  );
  region.value = before;
  form.field('kind').offer(kinds.map(({ code, title }) => [code, title]));
  form.field('region').offer(overview.mayKeep.map(({ code, name }) => [code, name]));
  document.querySelectorAll('[data-keeping]').forEach((section) => {
    section.hidden = !overview.mayKeep.length;
  });
  adapt();
  await Promise.all([showFigures(), showProposals()]);
}

async function showFigures() {
  const query = new URLSearchParams({ past: filters.elements.past.checked });
  if (filters.elements.region.value) {
    query.set('region', filters.elements.region.value);
  }
  const figures = await getJson(`/api/reference/figures?${query}`);
  find('figures').replaceChildren(...figures.map((each) => figureLine(each, { correct, withdraw })));
  const invented = figures.filter(({ figure }) => figure.nature === 'ILLUSTRATIVE').length;
  find('status').textContent = figures.length
    ? `共 ${figures.length} 个数${invented ? `，其中 ${invented} 个是演示用的，不是公布的数` : ''}。`
    : '还没有已审定的数。';
}

async function showProposals() {
  const proposals = await getJson('/api/reference/proposals');
  find('proposals').replaceChildren(
    ...(proposals.length
      ? proposals.map((each) => proposal(each, { release, giveBack, takeBack }))
      : [element('p', { class: 'yb-none' }, '还没有人提出过。')])
  );
}

/** Only the fields that a figure of the chosen kind has. */
function adapt() {
  const kind = kinds.find(({ code }) => code === form.field('kind').value());
  const shownFor = {
    from: !kind?.wage,
    until: !kind?.wage,
    identity: Boolean(kind?.rate),
    accountType: kind?.code === 'LOCAL_RATE'
  };
  Object.entries(shownFor).forEach(([name, visible]) => {
    form.field(name).host.hidden = !visible;
  });
}

function correct({ figure }) {
  corrected = figure.id;
  find('propose-title').textContent = `更正第 ${figure.id} 号：${figure.kindTitle}`;
  cancel.hidden = false;
  ['kind', 'region', 'year', 'from', 'until', 'value', 'identity', 'accountType', 'announcedOn', 'source'].forEach((name) =>
    form.field(name).set(figure[name] === null ? '' : String(figure[name]))
  );
  adapt();
  find('propose-title').focus();
}

function endCorrection() {
  corrected = null;
  find('propose-title').textContent = '提出一个数';
  cancel.hidden = true;
  form.fields.forEach((field) => field.set(''));
  adapt();
}

async function propose() {
  if (!(await form.check())) {
    return;
  }
  send.disabled = true;
  try {
    const made = await postJson('/api/reference/proposals', { ...form.values(), replaces: corrected === null ? null : String(corrected) });
    endCorrection();
    form.say(null);
    await done(`已提出（第 ${made.id} 次），等待另一位主管审定。`);
  } catch (problem) {
    form.showProblem(problem);
  } finally {
    send.disabled = false;
  }
}

async function proposeFile(event) {
  event.preventDefault();
  const outcome = find('file-outcome');
  const button = file.querySelector('[type="submit"]');
  const chosen = file.elements.file.files[0];
  button.disabled = true;
  try {
    const made = await postForm('/api/reference/proposals/file', { file: chosen || null, note: file.elements.note.value || null });
    file.reset();
    outcome.replaceChildren();
    await done(`已提出（第 ${made.id} 次），${made.lines.length} 个数，等待另一位主管审定。`);
  } catch (problem) {
    outcome.replaceChildren(mistakes(problem));
  } finally {
    button.disabled = false;
  }
}

function release({ id }) {
  return act(`/api/reference/proposals/${id}/release`, {}, '已审定，从现在起使用。');
}

function takeBack({ id }) {
  return act(`/api/reference/proposals/${id}/take-back`, {}, '已收回。');
}

function giveBack({ id }) {
  ask('退回', `退回第 ${id} 次提出，提出人会看到原因。`, (body) => postJson(`/api/reference/proposals/${id}/return`, body), '已退回。');
}

function withdraw({ figure }) {
  ask(
    '提出撤销',
    `第 ${figure.id} 号：${figure.regionName} ${figure.kindTitle} ${figure.said}。由另一位主管审定后不再使用，仍保留可查。`,
    (body) => postJson(`/api/reference/figures/${figure.id}/withdrawal`, body),
    '已提出撤销，等待另一位主管审定。'
  );
}

function ask(title, message, work, sentence) {
  onReason = { work, sentence };
  find('reason-title').textContent = title;
  find('reason-message').textContent = message;
  reasonForm.field('reason').set('');
  reasonForm.say(null);
  reason.showModal();
  reasonForm.field('reason').focus();
}

async function sendReason() {
  if (!(await reasonForm.check())) {
    return;
  }
  try {
    await onReason.work(reasonForm.values());
    reason.close();
    await done(onReason.sentence);
  } catch (problem) {
    reasonForm.showProblem(problem);
  }
}

async function act(path, body, sentence) {
  try {
    await postJson(path, body);
    await done(sentence);
  } catch (problem) {
    told.replaceChildren(mistakes(problem));
  }
}

async function done(sentence) {
  await Promise.all([showFigures(), showProposals()]);
  told.replaceChildren(element('p', { class: 'yb-done', role: 'status' }, sentence));
  find('content').querySelector('#proposals-title').focus();
}

form.root.addEventListener('change', adapt);
send.addEventListener('click', propose);
cancel.addEventListener('click', endCorrection);
file.addEventListener('submit', proposeFile);
reason.querySelector('[data-send]').addEventListener('click', sendReason);
reason.querySelector('[data-cancel]').addEventListener('click', () => reason.close());
filters.addEventListener('change', () => withPerson(showFigures));
withPerson(show);
