/** What a supervisor may do to a clock. Each asks in a dialog, and tells in Chinese at the field what the server refuses. */
import { postJson } from '../kit/http.js';
import { element } from '../kit/elements.js';
import { ask } from './dialog.js';
import { button, hint } from './dom.js';
import { moment, say, titleOf } from './words.js';

const REASONS = ['APPLICANT_SUPPLEMENT', 'OTHER_REGION', 'FORCE_MAJEURE'];

const note = (required) => ({ name: 'note', label: say('act.note'), required, lines: 3, 'max-length': 500 });
const reason = () => ({ name: 'reason', label: say('act.why'), required: true, lines: 3, 'max-length': 500 });
const effective = () => ({ name: 'at', kind: 'past-date', label: say('act.at'), hint: say('act.atNote') });
const number = (name, key) => ({ name, kind: 'count', label: say(key), required: true, wrong: say('act.wrongDays') });

const ACTIONS = {
  pause: {
    fields: () => [
      { name: 'reason', kind: 'choice', label: say('act.reason'), required: true, options: REASONS.map((each) => [each, titleOf('reason', each)]) },
      note(true),
      effective()
    ],
    path: 'pauses'
  },
  resume: { fields: () => [note(false), effective()], path: 'resumptions' },
  extend: { fields: () => [number('workingDays', 'act.days'), reason(), effective()], path: 'extensions', body: withDays },
  reset: { fields: () => [number('workingDays', 'act.target'), reason(), effective()], path: 'resets', body: withDays, lead: 'act.resetWhy' }
};

/** The buttons of what may be done now; what was done is told by a sentence that is made when the clock was read again. */
export function actionButtons(view, done) {
  const allowed = Object.keys(ACTIONS).filter((name) => view.may?.[name]);
  if (!allowed.length) {
    return hint(say('act.none'));
  }
  return element(
    'div',
    { class: 'yc-actions' },
    ...allowed.map((name) => button(say(`act.${name}`), () => open(name, view, done), { 'data-key': `act-${name}` }))
  );
}

/** Extensions that were asked for and wait for another person. */
export function requestList(view, done) {
  const requests = view.extensionRequests || [];
  if (!requests.length) {
    return null;
  }
  return element(
    'section',
    { class: 'yc-requests' },
    element('h3', {}, say('request.title')),
    element('ul', {}, ...requests.map((request) => requestEntry(request, view, done)))
  );
}

function open(name, view, done) {
  const { fields, path, body, lead } = ACTIONS[name];
  ask({
    title: `${say(`act.${name}`)} · ${view.caseNumber}`,
    lead: lead ? say(lead) : null,
    fields: fields(),
    submit: say(`act.${name}`),
    async send(values) {
      await postJson(`${caseOf(view)}/${path}`, body ? body(values) : values);
      done((now) => (name === 'extend' && now.extensionRequests.length ? say('act.asked') : say('act.done', { what: say(`act.${name}`) })));
    }
  });
}

function requestEntry(request, view, done) {
  const decide = (approved) =>
    ask({
      title: say(approved ? 'act.approveTitle' : 'act.refuseTitle', { n: request.workingDays }),
      lead: say('request.why', { reason: request.reason }),
      fields: [note(!approved)],
      submit: say(approved ? 'act.approve' : 'act.refuse'),
      async send(values) {
        await postJson(`${caseOf(view)}/extensions/${encodeURIComponent(request.id)}/approval`, { approved, ...values });
        done(() => say('act.done', { what: say(approved ? 'act.approve' : 'act.refuse') }));
      }
    });
  const buttons = view.may?.approve
    ? [button(say('act.approve'), () => decide(true), { class: 'btn btn-primary' }), button(say('act.refuse'), () => decide(false))]
    : [];
  return element(
    'li',
    {},
    element('strong', {}, say('request.line', { name: request.askedByName || request.askedBy, n: request.workingDays })),
    element('span', {}, say('request.why', { reason: request.reason })),
    element('small', {}, moment(request.askedAt)),
    ...buttons
  );
}

function withDays({ workingDays, ...values }) {
  return { ...values, workingDays: Number(workingDays) };
}

function caseOf(view) {
  return `/api/sla/cases/${encodeURIComponent(view.caseNumber)}`;
}
