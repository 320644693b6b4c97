/** Who is logged in, on top of every page of the desk; if nobody is, what to do about it. */
import { getJson } from '../kit/kit.js';

const find = (name) => document.querySelector(`[data-${name}]`);
let waiting = null;

/**
 * Asks who is logged in and then shows the page; asks to log in where nobody is, and goes on once somebody has.
 *
 * @param {(me: object) => Promise<void>} show fills the page; what it throws is told in place of the page
 */
export async function withPerson(show) {
  try {
    const me = await getJson('/api/me');
    await show(me);
    waiting = null;
    find('who').textContent = me.name;
    offerPages(me);
    reveal('content');
  } catch (problem) {
    if (problem.status === 401) {
      askToLogIn(show);
    } else {
      tellFailure(problem);
    }
  }
}

/** Pages that only some roles may open stand in the navigation of those alone: data-for="FINANCE SUPERVISE". */
function offerPages({ roles }) {
  const held = new Set(Object.values(roles).flat());
  document.querySelectorAll('nav [data-for]').forEach((link) => {
    link.hidden = !link.dataset.for.split(' ').some((role) => held.has(role));
  });
}

function askToLogIn(show) {
  const again = waiting !== null;
  waiting = show;
  find('who').textContent = '';
  find('login-message').textContent = again ? '还没有登录。' : '';
  if (find('login').hidden) {
    reveal('login');
    find('login').querySelector('h1').focus();
  }
}

function tellFailure(problem) {
  const unknown = problem.status === 404 || problem.status === 400;
  const { missing, missingHint } = document.querySelector('main').dataset;
  find('failure-title').textContent = unknown && missing ? missing : '打不开这一页';
  find('failure-text').textContent = unknown && missing ? missingHint : problem.message;
  reveal('failure');
  find('failure-title').focus();
}

function reveal(name) {
  ['loading', 'login', 'failure', 'content'].forEach((each) => {
    find(each).hidden = each !== name;
  });
}

function goOn() {
  if (waiting && !document.hidden) {
    withPerson(waiting);
  }
}

find('retry').addEventListener('click', goOn);
window.addEventListener('focus', goOn);
document.addEventListener('visibilitychange', goOn);
