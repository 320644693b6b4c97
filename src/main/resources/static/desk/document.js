/** 信息表 and 参保凭证 on A4: the page at /desk/… shows what /api/… says. */
import { getJson, showFacts } from '../kit/kit.js';
import { shown } from '../kit/words.js';
import { withPerson } from './session.js';

const path = location.pathname.slice(location.pathname.indexOf('/desk/')).replace('/desk/', '/api/') + location.search;
const sheet = document.querySelector('.yb-document');
const find = (name) => sheet.querySelector(`[data-${name}]`);

function show(paper) {
  showFacts(sheet, paper);
  find('other-title').textContent = paper.toPool ? '转入地' : '用途';
  find('other').textContent = paper.toPool || paper.purpose;
  find('start').textContent = paper.schemeStart ? shown(paper.schemeStart, 'month') : '没有依据，未注明';
  find('balance').textContent = paper.balance === null ? '没有个人账户' : shown(paper.balance, 'yuan');
  document.title = `${paper.title} ${paper.number} · 医办`;
}

document.querySelector('[data-print]').addEventListener('click', () => window.print());
withPerson(async () => show(await getJson(path)));
