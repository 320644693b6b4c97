/** The open tasks of a case, and giving them to somebody else or raising their priority. */
import { putJson } from '../kit/http.js';
import { element } from '../kit/elements.js';
import { ask } from './dialog.js';
import { button, hint, table } from './dom.js';
import { moment, say } from './words.js';

/** No user id. */
const NOBODY = '-';

/** The tasks of a case as they were read, or the problem that reading them ended in. */
export function taskList(view, answer, done) {
  const section = element('section', {}, element('h3', {}, say('task.title')));
  if (answer instanceof Error) {
    section.append(hint(say('task.failed', { why: answer.message })));
    return section;
  }
  const rows = answer.map((task) => [
    task.name,
    task.withWhom,
    task.dueAt ? moment(task.dueAt) : '—',
    String(task.priority),
    element(
      'span',
      { class: 'yc-row-actions' },
      view.may?.assign ? button(say('task.reassign'), () => reassign(task, done), { class: 'btn btn-default btn-xs', 'data-key': `assign-${task.id}` }) : null,
      view.may?.prioritise ? button(say('task.raise'), () => prioritise(task, done), { class: 'btn btn-default btn-xs', 'data-key': `priority-${task.id}` }) : null
    )
  ]);
  const columns = [say('task.task'), say('task.assignee'), say('task.due'), say('task.priority'), ''];
  section.append(rows.length ? table(say('task.title'), columns, rows) : hint(say('task.none')));
  return section;
}

function reassign(task, done) {
  const people = task.candidates.filter(({ id }) => id !== task.assignee).map(({ id, name }) => [id, name]);
  if (task.assignee) {
    people.push([NOBODY, say('task.nobody')]);
  }
  ask({
    title: `${say('task.reassign')} · ${task.name}`,
    fields: [
      { name: 'assignee', kind: 'select', label: say('task.assignee'), required: true, options: people },
      reason()
    ],
    submit: say('task.reassign'),
    async send({ assignee, ...values }) {
      await putJson(`/api/sla/tasks/${encodeURIComponent(task.id)}/assignee`, { assignee: assignee === NOBODY ? null : assignee, ...values });
      done(() => say('act.done', { what: say('task.reassign') }));
    }
  });
}

function prioritise(task, done) {
  ask({
    title: `${say('task.raise')} · ${task.name}`,
    fields: [
      { name: 'priority', kind: 'whole', label: say('task.priority'), required: true, hint: say('task.priorityHint'), wrong: say('task.wrongPriority'), value: String(task.priority) },
      reason()
    ],
    submit: say('task.raise'),
    async send({ priority, ...values }) {
      await putJson(`/api/sla/tasks/${encodeURIComponent(task.id)}/priority`, { priority: Number(priority), ...values });
      done(() => say('act.done', { what: say('task.raise') }));
    }
  });
}

function reason() {
  return { name: 'reason', label: say('act.why'), required: true, lines: 2, 'max-length': 500 };
}
