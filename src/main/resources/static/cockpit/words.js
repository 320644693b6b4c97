/** The words of the plug-in in Cockpit, each in Chinese and English; {names} stand for values. */
import { language } from '../kit/language.js';

const WORDS = {
  'nav.board': ['时限', 'Deadlines'],
  'nav.finished': ['已办结案件', 'Finished cases'],

  'state.OVERDUE': ['逾期', 'Overdue'],
  'state.AT_RISK': ['临期', 'At risk'],
  'state.ON_TRACK': ['正常', 'On track'],
  'state.PAUSED': ['暂停', 'On hold'],
  'state.NOT_STARTED': ['未起算', 'Not started'],
  'state.MET': ['按期办结', 'Met'],
  'state.MISSED': ['逾期办结', 'Missed'],
  'leg.TRANSFER_OUT': ['转出地', 'Transfer-out side'],
  'leg.TRANSFER_IN': ['转入地', 'Transfer-in side'],
  'kind.TRANSFER_IN': ['转移接续（转入）', 'Transfer (in)'],
  'kind.TRANSFER_OUT': ['转移接续（转出）', 'Transfer (out)'],
  'kind.REFUND': ['退费', 'Refund'],
  'kind.DUPLICATE': ['清理重复参保', 'Duplicate enrolment'],
  'kind.BACKPAY': ['退休缴费年限', 'Retirement years'],
  'kind.ARREARS': ['单位欠费补缴', 'Employer arrears'],
  'reason.APPLICANT_SUPPLEMENT': ['等待申请人补正材料', 'Waiting for a supplement'],
  'reason.OTHER_REGION': ['等待其他地区答复', 'Waiting for another region to reply'],
  'reason.FORCE_MAJEURE': ['不可抗力', 'Force majeure'],
  'reason.YEARS_TO_CONFIRM': ['等待申请人确认年限', 'Waiting for the applicant to confirm the years'],
  'reason.CHOICE_TO_MAKE': ['等待申请人选择', 'Waiting for the applicant to choose'],
  'reason.PAYMENT_TO_COME': ['等待缴款', 'Waiting for a payment'],
  'reason.AGE_AHEAD': ['等待达到退休年龄', 'Waiting for the age of retirement'],
  'nature.LEGAL': ['法定时限', 'Legal deadline'],
  'nature.TARGET': ['内部目标', 'Target'],
  'nature.SET': ['主管确定', 'Set by a supervisor'],
  'type.STARTED': ['起算', 'Started'],
  'type.LEG_BEGUN': ['环节开始', 'Leg began'],
  'type.PAUSED': ['暂停', 'Paused'],
  'type.RESUMED': ['恢复', 'Resumed'],
  'type.EXTENDED': ['延长', 'Extended'],
  'type.STOPPED': ['停止', 'Stopped'],
  'type.RESET': ['重新起算', 'Reset'],

  'mark.provisional': ['暂定', 'provisional'],
  'mark.provisionalWhy': ['期限落在放假安排尚未公布的年度，公布后会重新计算', 'The deadline reaches into a year whose holidays are not announced yet; it will be counted again'],
  'mark.retroactive': ['事后补记', 'recorded later'],
  'mark.days': ['{n} 个工作日', '{n} working days'],
  'mark.left': ['剩 {n} 天', '{n} left'],
  'mark.lastDay': ['今天到期', 'due today'],
  'mark.late': ['超 {n} 天', '{n} over'],
  'mark.dueOn': ['应于{day}前办结', 'due {day}'],
  'mark.none': ['—', '—'],
  'mark.system': ['系统', 'System'],

  'board.title': ['时限总览', 'Deadlines'],
  'board.allPools': ['全部地区', 'All regions'],
  'board.allKinds': ['全部业务', 'All kinds'],
  'board.pool': ['地区', 'Region'],
  'board.kind': ['业务', 'Kind'],
  'board.calendar': ['工作日历', 'Working-day calendar'],
  'board.asOf': ['截至 {time}', 'As of {time}'],
  'board.every': ['每 {n} 秒自动刷新', 'refreshes every {n} s'],
  'board.paused': ['已停止自动刷新', 'refreshing is paused'],
  'board.pause': ['停止自动刷新', 'Pause refreshing'],
  'board.go': ['自动刷新', 'Refresh automatically'],
  'board.now': ['立即刷新', 'Refresh now'],
  'board.failed': ['刷新失败（{why}）。', 'Refreshing failed ({why}).'],
  'board.stale': ['下面仍是 {time} 的数据。', 'What is shown below is from {time}.'],
  'board.loading': ['正在读取…', 'Loading…'],
  'board.retry': ['重试', 'Try again'],
  'board.noPools': ['您的账户没有可以查看案件的岗位。', 'Your account has no role that sees cases.'],
  'board.tiles': ['按状态查看未办结案件', 'Open cases by state'],
  'board.requests': ['待批延期', 'Extensions to approve'],
  'board.provisional': ['期限暂定', 'Provisional'],

  'ageing.title': ['距到期的工作日', 'Working days left'],
  'ageing.days': ['剩余工作日', 'Working days left'],
  'ageing.upTo': ['≤{n}', '≤{n}'],
  'ageing.from': ['≥{n}', '≥{n}'],
  'ageing.none': ['没有计时中的案件。', 'No clock is running.'],
  'ageing.held': ['暂停计时的案件不计入。', 'Cases on hold are not counted.'],
  'trend.title': ['每周办结：按期与逾期', 'Finished per week: met and missed'],
  'trend.week': ['周（周一）', 'Week of'],
  'trend.none': ['近 {n} 周没有办结的案件。', 'No case was finished in the last {n} weeks.'],
  'trend.share': ['近 {n} 周按期率 {share}', '{share} met in the last {n} weeks'],
  'chart.table': ['看表格', 'As a table'],
  'legs.title': ['案件在谁那里', 'Whose leg it is'],
  'legs.leg': ['环节', 'Leg'],
  'legs.cases': ['件数', 'Cases'],
  'legs.late': ['超过环节时限', 'Past its target'],
  'legs.none': ['没有正在流转的案件。', 'No case is in a leg.'],
  'places.title': ['按地区和业务', 'By region and kind'],
  'places.all': ['合计', 'Total'],

  'attention.title': ['待办提醒', 'Waiting for you'],
  'attention.none': ['没有待批的延期，也没有未处理的提醒。', 'No extension to approve and no open notice.'],
  'attention.request': ['待批延期', 'Extension'],
  'attention.failed': ['提醒读取失败：{why}', 'The notices could not be read: {why}'],
  'attention.AT_RISK': ['临期', 'At risk'],
  'attention.OVERDUE': ['逾期', 'Overdue'],

  'list.title': ['案件', 'Cases'],
  'list.state': ['状态', 'State'],
  'list.leg': ['环节', 'Leg'],
  'list.text': ['案号（可写一段）或姓名', 'Number, or part of it, or name'],
  'list.sort': ['排序', 'Order'],
  'list.anyState': ['全部未办结', 'All open'],
  'list.anyLeg': ['全部环节', 'All legs'],
  'list.search': ['查询', 'Search'],
  'list.clear': ['清除筛选', 'Clear filters'],
  'sort.due': ['先到期的在前', 'Due first'],
  'sort.opened': ['新登记的在前', 'Newest first'],
  'sort.case': ['按案号', 'By number'],
  'sort.used': ['用时长的在前', 'Longest first'],
  'list.caption': ['案件，逾期和临期的在前', 'Cases, overdue and at risk first'],
  'list.case': ['案号', 'Case'],
  'list.person': ['申请人', 'Person'],
  'list.due': ['到期日', 'Due'],
  'list.days': ['剩余工作日', 'Days left'],
  'list.used': ['已用／时限', 'Used / target'],
  'list.where': ['环节和节点', 'Where it is'],
  'list.assignee': ['经办人', 'Assignee'],
  'list.unassigned': ['待认领', 'unclaimed'],
  'list.page': ['案件页', 'Case page'],
  'list.toPage': ['案件页（{number}）', 'Case page ({number})'],
  'list.none': ['没有符合条件的案件。', 'No case matches.'],
  'list.range': ['第 {from}–{to} 件，共 {total} 件', '{from}–{to} of {total}'],
  'list.back': ['上一页', 'Previous'],
  'list.next': ['下一页', 'Next'],
  'list.xlsx': ['导出 XLSX', 'Export XLSX'],
  'list.csv': ['导出 CSV', 'Export CSV'],
  'list.pages': ['翻页', 'Pages'],

  'clock.tab': ['时限', 'Deadline'],
  'clock.noCase': ['这个流程实例不属于案件，没有时限。', 'This process instance belongs to no case and has no deadline.'],
  'clock.notStarted': ['受理后开始计时，这个案件还没有受理。', 'The clock starts with acceptance; this case is not accepted yet.'],
  'clock.accepted': ['受理', 'Accepted'],
  'clock.due': ['到期', 'Due'],
  'clock.today': ['今天', 'Today'],
  'clock.used': ['已用', 'Used'],
  'clock.left': ['剩余', 'Left'],
  'clock.target': ['时限', 'Target'],
  'clock.targetWith': ['{n} 个工作日（含延长 {extended}）', '{n} working days ({extended} of them extension)'],
  'clock.line': ['时间线：{from}受理，时限{target}，{due}到期', 'Timeline: accepted {from}, target {target}, due {due}'],
  'clock.lineScroll': ['时间线，可左右滚动', 'Timeline, scrolls sideways'],
  'clock.main': ['时限', 'Deadline'],
  'clock.legs': ['环节', 'Legs'],
  'clock.forecast': ['如今天恢复，到期日', 'Due if resumed today'],
  'clock.offDay': ['非工作日', 'Day off'],
  'clock.running': ['计时', 'Running'],
  'clock.held': ['暂停', 'On hold'],
  'clock.over': ['逾期', 'Overdue'],
  'clock.ahead': ['剩余', 'Left'],
  'clock.events': ['时限记录', 'Events'],
  'clock.event': ['事项', 'Event'],
  'clock.effective': ['生效时间', 'Effective'],
  'clock.why': ['说明', 'Reason'],
  'clock.by': ['办理人', 'By'],
  'clock.recorded': ['记录时间', 'Recorded'],
  'clock.approvedBy': ['{name}批准', 'approved by {name}'],
  'clock.legTable': ['各环节用时', 'Legs'],
  'clock.legUsed': ['已用／时限（工作日）', 'Used / target (working days)'],

  'act.pause': ['暂停计时', 'Pause'],
  'act.resume': ['恢复计时', 'Resume'],
  'act.extend': ['延长时限', 'Extend'],
  'act.reset': ['重新起算', 'Reset'],
  'act.approve': ['批准', 'Approve'],
  'act.refuse': ['不批准', 'Refuse'],
  'act.cancel': ['取消', 'Cancel'],
  'act.reason': ['暂停原因', 'Reason'],
  'act.note': ['说明', 'Note'],
  'act.at': ['生效日期（补记以前的事项时填写）', 'Effective day (only for something that happened before)'],
  'act.atNote': ['补记时须在说明中写明理由', 'Say in the note why it is recorded later'],
  'act.days': ['延长的工作日数', 'Working days to add'],
  'act.why': ['理由', 'Reason'],
  'act.target': ['新的时限（工作日）', 'New target (working days)'],
  'act.missing': ['请填写{label}', 'Please fill in: {label}'],
  'act.wrongDays': ['请填写 1 至 9999 的整数', 'A whole number from 1 to 9999'],
  'act.resetWhy': ['重新起算会重新计算到期日；以前的记录保留。', 'The due day is counted anew; earlier events stay on record.'],
  'act.approveTitle': ['批准延长 {n} 个工作日', 'Approve an extension of {n} working days'],
  'act.refuseTitle': ['不批准延长 {n} 个工作日', 'Refuse an extension of {n} working days'],
  'act.done': ['已记录：{what}。', 'Recorded: {what}.'],
  'act.asked': ['已提出延期申请，等待另一位主管批准。', 'Asked for; another supervisor has to approve.'],
  'act.none': ['您可以查看这个时限，不能办理。', 'You may look at this clock; you may not change it.'],
  'request.title': ['延期申请', 'Extension requests'],
  'request.line': ['{name}申请延长 {n} 个工作日', '{name} asks for {n} working days more'],
  'request.why': ['理由：{reason}', 'Reason: {reason}'],

  'task.title': ['当前任务', 'Current tasks'],
  'task.none': ['没有待办任务。', 'No open task.'],
  'task.task': ['任务', 'Task'],
  'task.assignee': ['经办人', 'Assignee'],
  'task.due': ['到期', 'Due'],
  'task.priority': ['优先级', 'Priority'],
  'task.nobody': ['无人（退回待认领）', 'Nobody (back to the queue)'],
  'task.reassign': ['改派', 'Reassign'],
  'task.raise': ['调整优先级', 'Change priority'],
  'task.failed': ['任务读取失败：{why}', 'The tasks could not be read: {why}'],
  'task.priorityHint': ['0 至 100，数字大的排在前面，平常为 50', '0 to 100, higher comes first, 50 is usual'],
  'task.wrongPriority': ['请填写 0 至 100 的整数', 'A whole number from 0 to 100'],

  'waiting.title': ['案件停在哪里（工作日）', 'Where cases wait (working days)'],
  'waiting.open': ['现有', 'Open now'],
  'waiting.finished': ['近 90 天已完成', 'Finished, 90 days'],
  'waiting.badge': ['{n} 件', '{n} cases'],
  'waiting.median': ['中位 {n}', 'median {n}'],
  'waiting.p90': ['九成 {n}', '90 % {n}'],
  'waiting.label': ['{name}：{n} 件，停留的中位数 {median} 个工作日，九成不超过 {p90} 个工作日', '{name}: {n} cases, median wait {median} working days, 90 % within {p90}'],
  'waiting.legend': ['件数 · 停留的中位数 · 九成不超过', 'cases · median · 90th percentile'],
  'waiting.short': ['中位数 3 天以内', 'median up to 3'],
  'waiting.middle': ['3 至 7 天', '3 to 7'],
  'waiting.long': ['超过 7 天', 'over 7'],
  'waiting.none': ['没有数据。', 'No data.'],
  'waiting.failed': ['停留情况读取失败：{why}', 'Where cases wait could not be read: {why}'],

  'finished.title': ['已办结案件', 'Finished cases'],
  'finished.text': ['案号（可写一段）、证件号码或姓名', 'Case number or part of it, identity number or name'],
  'finished.caption': ['已办结案件，最近办结的在前', 'Finished cases, latest first'],
  'finished.outcome': ['结果', 'Outcome'],
  'finished.opened': ['登记', 'Opened'],
  'finished.closed': ['办结', 'Closed'],
  'finished.used': ['用时', 'Used'],
  'finished.history': ['办理经过', 'History'],
  'finished.historyOf': ['案件 {number} 的办理经过', 'History of case {number}'],
  'finished.hide': ['收起', 'Close'],
  'finished.none': ['没有符合条件的已办结案件。', 'No finished case matches.'],
  'finished.count': ['本页 {n} 件', '{n} on this page'],
  'finished.activities': ['各节点', 'Activities'],
  'finished.activity': ['节点', 'Activity'],
  'finished.from': ['开始', 'From'],
  'finished.until': ['结束', 'Until'],
  'finished.days': ['工作日', 'Working days'],
  'finished.events': ['办理记录', 'Case events']
};

const place = language() === 'en' ? 1 : 0;

/** The words of that key in the person's language. */
export function say(key, values = {}) {
  const pair = WORDS[key];
  if (!pair) {
    throw new Error(`words.js knows no ${key}`);
  }
  return pair[place].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? '');
}

/** How a code is called: in English by our words, else by the title that came with it. */
export function titleOf(group, code, title) {
  const pair = WORDS[`${group}.${code}`];
  return (place === 1 && pair?.[1]) || title || pair?.[0] || code || say('mark.none');
}

/** A short day, as 2月12日 or Feb 12; with its year if that is not this one. */
export function day(text) {
  if (!text) {
    return say('mark.none');
  }
  const [year, month, date] = text.slice(0, 10).split('-').map(Number);
  const other = year !== Number(beijing({ year: 'numeric' }).format(new Date()).replace(/\D/g, ''));
  if (place === 0) {
    return `${other ? `${year}年` : ''}${month}月${date}日`;
  }
  const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1));
  return `${date} ${name}${other ? ` ${year}` : ''}`;
}

/** A moment in Beijing time: its day and, with minutes, hour and minute. */
export function moment(text) {
  return text ? beijing({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text)) : say('mark.none');
}

/** The time of day in Beijing, to the second. */
export function clockTime(date) {
  return beijing({ hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }).format(date);
}

/** A count with its separators. */
export function count(number) {
  return new Intl.NumberFormat(place === 1 ? 'en-GB' : 'zh-CN').format(number ?? 0);
}

/** The day on which a moment falls in Beijing, as yyyy-MM-dd; a day stays as it is. */
export function dayOf(text) {
  return text && text.length > 10 ? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(text)) : text;
}

function beijing(options) {
  return new Intl.DateTimeFormat(place === 1 ? 'en-GB' : 'zh-CN', { timeZone: 'Asia/Shanghai', ...options });
}
