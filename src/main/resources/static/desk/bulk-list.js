/** 成批办理: files of the person's pools, newest first; sending one in, for registrars. */
import { getJson } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { address, postFile } from '../kit/http.js';
import { shown } from '../kit/words.js';
import { withPerson } from './session.js';

const PAGE = 30;
const PAUSE_MS = 2000;
const find = (name) => document.querySelector(`[data-${name}]`);
const form = find('form');
const rows = find('rows');
const more = find('more');
let last = null;
let watching = null;

async function show() {
  const { kinds, pools } = await getJson('/api/bulk/kinds');
  fill(form.elements.kind, kinds.map(({ key, title }) => [key, title]));
  fill(form.elements.pool, pools.map(({ code, name }) => [code, name]));
  find('upload').hidden = !kinds.length || !pools.length;
  offerTemplates();
  rows.replaceChildren();
  last = null;
  await load();
}

function fill(select, options) {
  select.replaceChildren(...options.map(([value, text]) => element('option', { value }, text)));
}

function offerTemplates() {
  document.querySelectorAll('[data-template]').forEach((link) => {
    link.href = address(`/api/bulk/kinds/${encodeURIComponent(form.elements.kind.value)}/template?format=${link.dataset.template}`);
  });
}

async function load() {
  const query = new URLSearchParams({ limit: PAGE, ...(last ? { before: last } : {}) });
  const found = await getJson(`/api/bulk/files?${query}`);
  rows.append(...found.map(line));
  last = found.at(-1)?.id || last;
  more.hidden = found.length < PAGE;
  find('status').textContent = rows.children.length ? `${more.hidden ? '共' : '已显示'} ${rows.children.length} 个文件。` : '还没有成批文件。';
  clearTimeout(watching);
  if (found.some((file) => file.atWork)) {
    watching = setTimeout(refresh, PAUSE_MS);
  }
}

/** Asks again for the newest page while the system is at work on something there. */
async function refresh() {
  try {
    const found = await getJson(`/api/bulk/files?limit=${PAGE}`);
    found.forEach((file) => rows.querySelector(`[data-file="${file.id}"]`)?.replaceWith(line(file)));
    if (found.some((file) => file.atWork)) {
      watching = setTimeout(refresh, PAUSE_MS);
    }
  } catch {
    watching = setTimeout(refresh, PAUSE_MS * 5);
  }
}

function line(file) {
  const link = element('a', { href: address(`/desk/bulk/${file.id}`) }, `第 ${file.id} 号`);
  const cells = [
    file.kindTitle,
    file.poolName,
    file.name,
    element('span', { class: `yb-mark yb-bulk-${file.state.toLowerCase()}` }, file.stateTitle),
    count(file.rows),
    count(file.faulty),
    count(file.opened),
    `${file.uploadedBy}，${shown(file.uploadedAt, 'time')}`
  ];
  return element(
    'tr',
    { 'data-file': file.id },
    element('th', { scope: 'row' }, link),
    ...cells.map((cell) => element('td', {}, cell))
  );
}

function count(number) {
  return number.toLocaleString('zh-CN');
}

async function send() {
  const file = form.elements.file.files[0];
  if (!file) {
    throw new Error('请选择一个文件。');
  }
  const query = new URLSearchParams({ kind: form.elements.kind.value, pool: form.elements.pool.value, name: file.name });
  find('sending').hidden = false;
  const received = await postFile(`/api/bulk/files?${query}`, file, (share) => {
    find('bar').value = share;
    find('sending-text').textContent = share < 1 ? `正在上传，${Math.floor(share * 100)}%` : '已上传，正在保存…';
  });
  location.assign(address(`/desk/bulk/${received.id}`));
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  find('problem').hidden = true;
  try {
    await send();
  } catch (problem) {
    find('sending').hidden = true;
    find('problem').replaceChildren(element('p', {}, problem.violations?.[0]?.message || problem.message));
    find('problem').hidden = false;
  } finally {
    button.disabled = false;
  }
});
form.elements.kind.addEventListener('change', offerTemplates);
more.addEventListener('click', async () => {
  try {
    await load();
  } catch (problem) {
    find('status').textContent = problem.message;
  }
});
withPerson(show);
