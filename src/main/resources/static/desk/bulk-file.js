/** 一个成批文件: how far it is, what was found, the sample, what one may do with it now. */
import { getJson, postJson } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { address } from '../kit/http.js';
import { shown } from '../kit/words.js';
import { rowsTable } from './bulk-rows.js';
import { withPerson } from './session.js';

const PAUSE_MS = 1500;
/** While it waits for people. */
const WAITING_MS = 8000;
const find = (name) => document.querySelector(`[data-${name}]`);
const api = `/api/bulk/files/${encodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1))}`;
const reasonForm = find('reason');
let told = null;
let watching = null;
let before = null;

async function show() {
  await tell(await getJson(api));
}

/** Shows the file as the server told it; asks again until it has come to its end. */
async function tell(file) {
  const changed = told?.state !== file.state;
  told = file;
  find('title').textContent = `${file.kindTitle} 第 ${file.id} 号`;
  find('state').textContent = file.stateTitle;
  find('state').className = `yb-mark yb-bulk-${file.state.toLowerCase()}`;
  find('note').textContent = file.note || '';
  find('note').hidden = !file.note;
  find('facts').replaceChildren(...facts(file));
  progress(file);
  totals(file);
  find('actions').replaceChildren(...actions(file));
  find('history').replaceChildren(...file.history.map((event) => line(shown(event.at, 'time'), event.by || '系统', event.text)));
  if (changed && file.may.seeContents) {
    await lists(file);
  }
  clearTimeout(watching);
  if (!file.endedAt) {
    watching = setTimeout(again, file.atWork ? PAUSE_MS : WAITING_MS);
  }
}

async function again() {
  try {
    await tell(await getJson(api));
  } catch {
    watching = setTimeout(again, WAITING_MS);
  }
}

function facts(file) {
  const all = [
    ['文件名', file.name],
    ['统筹区', file.poolName],
    ['大小', `${count(Math.ceil(file.bytes / 1024))} KB`],
    ['行数', count(file.rows)],
    ['有误', count(file.faulty)],
    ['可以受理', count(file.ready + file.opened + file.failed)],
    ['已立案', count(file.opened)],
    ['立案失败', count(file.failed)],
    ['上传', `${file.uploadedBy}，${shown(file.uploadedAt, 'time')}`],
    ['提交复核', file.submittedBy ? `${file.submittedBy}，${shown(file.submittedAt, 'time')}` : '—'],
    ['复核', file.decidedBy ? `${file.decidedBy}，${shown(file.decidedAt, 'time')}` : '—'],
    ['内容', file.contentsDeletedAt ? `保存期满，已于 ${shown(file.contentsDeletedAt, 'time')} 删除` : '加密保存']
  ];
  const digest = element('div', { class: 'yb-fact yb-wide' }, element('dt', {}, 'SHA-256'), element('dd', { class: 'yb-bulk-digest' }, file.digest));
  return [...all.map(([label, value]) => element('div', { class: 'yb-fact' }, element('dt', {}, label), element('dd', {}, value))), digest];
}

function progress(file) {
  const [done, all, text] = {
    RECEIVED: [0, 1, '等待检查…'],
    READING: [null, 1, `正在读取，已读 ${count(file.rows)} 行`],
    CHECKING: [file.rows - file.unchecked, file.rows, `已检查 ${count(file.rows - file.unchecked)} / ${count(file.rows)} 行`],
    RUNNING: running(file)
  }[file.state] || [0, 0, ''];
  find('progress').hidden = !all;
  if (done === null) {
    find('bar').removeAttribute('value');
  } else {
    find('bar').value = all ? done / all : 0;
  }
  find('progress-text').textContent = text;
}

/** How many cases are open, and about how long the rest will take at the pace of the last minute. */
function running(file) {
  const all = file.ready + file.opened + file.failed;
  const done = file.opened + file.failed;
  const now = performance.now();
  if (!before || before.id !== file.id || done < before.done || now - before.at > 60000) {
    before = { id: file.id, done, at: now };
  }
  const pace = (done - before.done) / (now - before.at);
  const left = pace > 0 ? Math.ceil(file.ready / pace / 60000) : 0;
  return [done, all, `已立案 ${count(file.opened)} / ${count(all)} 行${file.failed ? `，失败 ${count(file.failed)} 行` : ''}${left ? `，大约还要 ${left} 分钟` : ''}`];
}

function totals(file) {
  find('totals-panel').hidden = !file.totals.length;
  const lines = file.totals.map(({ title, rows, amount }) => total(title, rows, amount));
  const priced = file.totals.some(({ amount }) => amount !== null);
  find('totals').replaceChildren(
    ...lines,
    total('合计', file.totals.reduce((sum, each) => sum + each.rows, 0), priced ? file.amount : null)
  );
}

function total(title, rows, amount) {
  const figures = [count(rows), shown(amount, 'yuan')];
  return element('tr', {}, element('td', {}, title), ...figures.map((figure) => element('td', { class: 'yb-figure' }, figure)));
}

function actions(file) {
  const { may } = file;
  return [
    may.submit && !file.faulty && button('提交复核', () => post('submission', { leaveOutFaulty: false }), 'btn-primary'),
    may.submit &&
      file.faulty > 0 &&
      file.ready > 0 &&
      button(`剔除有误的 ${count(file.faulty)} 行，提交复核`, () => post('submission', { leaveOutFaulty: true }), 'btn-primary'),
    file.faulty > 0 && !file.contentsDeletedAt && may.seeContents && download('下载有误的行（XLSX）', 'errors/file?format=xlsx'),
    file.faulty > 0 && !file.contentsDeletedAt && may.seeContents && download('CSV', 'errors/file?format=csv'),
    may.stop && button('暂停立案', () => post('stop')),
    may.resume && button('继续立案', () => post('resume'), 'btn-primary'),
    may.retry && button('重试失败的行', () => post('retry'), 'btn-primary'),
    may.end && button('结束，不再立案…', () => ask('结束的理由', 'end')),
    may.withdraw && button('作废…', () => ask('作废的理由', 'withdrawal')),
    file.opened > 0 && download('下载结果（XLSX）', 'results/file?format=xlsx'),
    file.opened > 0 && download('结果（CSV）', 'results/file?format=csv')
  ].filter(Boolean);
}

function button(text, work, kind = 'btn-default') {
  const made = element('button', { type: 'button', class: `btn ${kind}` }, text);
  made.addEventListener('click', () => telling(work, made));
  return made;
}

function download(text, path) {
  return element('a', { class: 'btn btn-default', href: address(`${api}/${path}`), download: true }, text);
}

async function post(what, body = {}) {
  await tell(await postJson(`${api}/${what}`, body));
}

function ask(label, what) {
  find('reason-label').textContent = label;
  reasonForm.dataset.what = what;
  reasonForm.hidden = false;
  reasonForm.elements.reason.focus();
}

async function telling(work, control) {
  find('problem').hidden = true;
  control.disabled = true;
  try {
    await work();
  } catch (problem) {
    find('problem').replaceChildren(element('p', {}, problem.violations?.[0]?.message || problem.message));
    find('problem').hidden = false;
  } finally {
    control.disabled = false;
  }
}

async function lists(file) {
  const faulty = file.faulty ? await getJson(`${api}/errors`) : { rows: [] };
  find('faulty-panel').hidden = !faulty.rows.length;
  find('faulty-hint').textContent = `${faulty.more ? '前 100 行；全部的' : '这些行'}在下载的文件里，每行末尾有行号和错误说明；改正后可以直接再上传。`;
  find('faulty').replaceChildren(...rowsTable(faulty, ['wrong'], api));
  const failed = file.failed ? await getJson(`${api}/failures`) : { rows: [] };
  find('failed-panel').hidden = !failed.rows.length;
  find('failed').replaceChildren(...rowsTable(failed, ['wrong'], api));
  const sample = file.sampleSize ? await getJson(`${api}/sample`) : { rows: [] };
  find('sample-panel').hidden = !sample.rows.length;
  find('sample-hint').textContent = `${file.sampleSize} 行：金额最大的，加上随机抽取的（种子 ${file.seed}，可以重现）。`;
  find('sample').replaceChildren(...rowsTable(sample, ['sampled', 'outcome', 'amount', 'basis', 'caseNumber'], api));
}

function count(number) {
  return number.toLocaleString('zh-CN');
}

function line(...cells) {
  return element('tr', {}, ...cells.map((cell) => element('td', {}, cell)));
}

reasonForm.addEventListener('submit', (event) => {
  event.preventDefault();
  telling(async () => {
    await post(reasonForm.dataset.what, { reason: reasonForm.elements.reason.value });
    reasonForm.hidden = true;
    reasonForm.reset();
  }, reasonForm.querySelector('button'));
});
find('cancel').addEventListener('click', () => {
  reasonForm.hidden = true;
});
withPerson(show);
