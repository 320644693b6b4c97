/** 咨询: what was asked of the rules in the person's pools, newest first. */
import { getJson } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { address } from '../kit/http.js';
import { shown } from '../kit/words.js';
import { withPerson } from './session.js';

const PAGE = 30;
const rows = document.querySelector('[data-rows]');
const status = document.querySelector('[data-status]');
const more = document.querySelector('[data-more]');
let last = null;

async function load() {
  const query = new URLSearchParams({ limit: PAGE, ...(last ? { after: last } : {}) });
  const found = await getJson(`/api/enquiries?${query}`);
  rows.append(...found.map(line));
  last = found.at(-1)?.number || last;
  more.hidden = found.length < PAGE;
  status.textContent = rows.children.length ? `${more.hidden ? '共' : '已显示'} ${rows.children.length} 项。` : '还没有咨询记录。';
}

function line(row) {
  const link = element('a', { href: address(`/desk/enquiries/${encodeURIComponent(row.number)}`) }, row.number);
  const cells = [row.familyLabel, row.conclusion, row.askedByName, shown(row.askedAt, 'time')];
  return element('tr', {}, element('th', { scope: 'row' }, link), ...cells.map((cell) => element('td', {}, cell)));
}

more.addEventListener('click', async () => {
  try {
    await load();
  } catch (problem) {
    status.textContent = problem.message;
  }
});
withPerson(load);
