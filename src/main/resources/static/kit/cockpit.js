/** Loaded by Cockpit when it starts: what its labels do not reach. */
import { language } from './language.js';

const TITLES = new Map([
  ['zoom in', '放大'],
  ['zoom out', '缩小'],
  ['reset zoom', '恢复原大小'],
  ['Input type', '输入的类型'],
  ['Input values', '可填的值'],
  ['Output label', '输出的名称'],
  ['Output type', '输出的类型'],
  ['Output values', '可有的结果'],
  ['No overlap is possible and all rules are disjoint. Only a single rule can be matched', '各条规则互不重叠，最多命中一条'],
  ['Powered by bpmn.io', '图形由 bpmn.io 绘制']
]);
const BEGINNINGS = new Map([
  ['Input label: ', '输入：'],
  ['Input expression: ', '表达式：'],
  ['Decision name: ', '决策：']
]);

// Times as everywhere else in our pages.
globalThis.angular
  .module('cam.commons.filter.date')
  .decorator('camDateFormat', ['$delegate', (formats) => (name) => (name === undefined || name === 'normal' ? 'YYYY-MM-DD HH:mm:ss' : formats(name))]);

/** The diagrams' own hints are written in English in the engine's pages: translated when somebody points at them. */
function translateHint(event) {
  const pointedAt = event.target instanceof Element ? event.target.closest('[title]') : null;
  if (pointedAt) {
    const chinese = inChinese(pointedAt.title);
    if (chinese !== pointedAt.title) {
      pointedAt.title = chinese;
    }
  }
}

function inChinese(title) {
  for (const [english, chinese] of BEGINNINGS) {
    if (title.startsWith(english)) {
      return chinese + title.slice(english.length);
    }
  }
  return TITLES.get(title) ?? title;
}

if (language() !== 'en') {
  document.addEventListener('mouseover', translateHint);
  document.addEventListener('focusin', translateHint);
}
