/** 督办插件: what the supervisors' Cockpit shows beyond Camunda's own. Each part is loaded when it is shown. */
import { element } from '../kit/elements.js';
import { say } from './words.js';

/** The engine's id of a definition begins with its key. */
const keyOf = (definitionId) => definitionId.split(':')[0];

/** A part whose module is loaded when it is shown; showing answers how to take it away again. */
function part(id, pluginPoint, priority, properties, show) {
  return {
    id: `yiban.${id}`,
    pluginPoint,
    priority,
    properties,
    async render(host, given, scope) {
      let gone = false;
      let takeAway = null;
      scope.$on('$destroy', () => {
        gone = true;
        takeAway?.();
      });
      takeAway = await show(host, given);
      if (gone) {
        takeAway?.();
      }
    }
  };
}

/** An entry of the navigation bar. */
function entry(id, priority, label, path) {
  return {
    id: `yiban.nav.${id}`,
    pluginPoint: 'cockpit.navigation',
    priority,
    properties: { checkActive: (address) => address.includes(path) },
    render: (host) => host.append(element('a', { href: path, class: 'yc-nav' }, label))
  };
}

export default [
  entry('board', 200, say('nav.board'), '#/dashboard'),
  entry('finished', 95, say('nav.finished'), '#/finished-cases'),
  part('board', 'cockpit.dashboard', 100, {}, async (host) => (await import('./board.js')).showBoard(host)),
  part('clock', 'cockpit.processInstance.runtime.tab', 100, { label: say('clock.tab') }, async (host, { processInstanceId }) =>
    (await import('./clock-panel.js')).showClock(host, processInstanceId)
  ),
  part('waiting', 'cockpit.processDefinition.diagram.plugin', 10, {}, async (viewer, { processDefinitionId }) =>
    (await import('./waiting.js')).showWaiting(viewer, keyOf(processDefinitionId))
  ),
  part('finished-tab', 'cockpit.processDefinition.runtime.tab', 5, { label: say('nav.finished') }, async (host, { processDefinitionId }) =>
    (await import('./finished.js')).showFinished(host, keyOf(processDefinitionId))
  ),
  part('finished-page', 'cockpit.route', 0, { path: '/finished-cases' }, async (host) => (await import('./finished.js')).showFinishedPage(host))
];
