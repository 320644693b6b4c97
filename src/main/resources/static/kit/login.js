/** Below the login form of every web application: the choice of language and, in the demonstration, who may log in. */
import { element } from './elements.js';
import { address } from './http.js';
import { choose, language } from './language.js';

document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

async function show(node) {
  const style = element('link', { rel: 'stylesheet', href: address('/kit/login.css') });
  const other = language() === 'en' ? 'zh' : 'en';
  const link = element('button', { type: 'button', class: 'btn btn-link' }, other === 'en' ? 'English' : '中文');
  link.addEventListener('click', () => choose(other));
  const home = element('a', { href: address('/'), class: 'btn btn-link' }, language() === 'en' ? 'About' : '首页');
  const place = element('div', {});
  node.append(style, place, element('div', { class: 'yb-login-links' }, home, link));
  const response = await fetch(address('/kit/login-notice'));
  if (response.ok) {
    const notice = await response.json();
    if (notice.demo) {
      place.append(demoNotice(notice.accounts));
    }
  }
}

function demoNotice(accounts) {
  const rows = accounts.flatMap((account) => [element('dt', {}, account.id), element('dd', {}, account.name)]);
  return element(
    'div',
    { class: 'yb-demo', role: 'note' },
    element('p', {}, element('strong', {}, '演示系统'), '：其中的参保人均为虚构，数据可随意试用。所有账户的密码都是 ', element('code', {}, 'demo'), '。'),
    element('p', { lang: 'en', class: 'yb-second' }, 'Demonstration: all insured people are fictitious. Every password is ', element('code', {}, 'demo'), '.'),
    element('dl', { class: 'yb-accounts', tabindex: '0', 'aria-label': '演示账户' }, ...rows)
  );
}

export default ['tasklist', 'cockpit', 'admin', 'welcome'].map((app) => ({
  id: `yiban.${app}.login`,
  pluginPoint: `${app}.login`,
  priority: -10,
  render: show
}));
