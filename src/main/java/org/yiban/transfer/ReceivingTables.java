package org.yiban.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiban.exchange.Message;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.Regions;

/**
 * Checks an information table that came in, before anybody sees it: form, digest, person, months. What does not hold is
 * refused for good and stands on the page of the exchange; the other side corrects it by a new version.
 */
@Component
class ReceivingTables {

    private final TransferMessages messages;
    private final InformationTables tables;
    private final People people;
    private final Regions regions;
    private final BusinessTime time;

    ReceivingTables(
            TransferMessages messages, InformationTables tables, People people, Regions regions, BusinessTime time) {
        this.messages = messages;
        this.tables = tables;
        this.people = people;
        this.regions = regions;
        this.time = time;
    }

    /** A table that holds, with its document. */
    record Received(InformationTable table, JsonNode document) {}

    /**
     * The table that a message states.
     *
     * @throws ProblemException INVALID_INPUT naming what is wrong with it
     */
    Received read(Message message, Transfer transfer) {
        JsonNode document = messages.tree(message);
        if (!CanonicalDigest.holds(document)) {
            throw ProblemException.invalid("digest", document.path("digest").asText(), "摘要与内容不符：内容在出具后被改动，或摘要的算法不同");
        }
        InformationTableDocument stated = messages.read(message, InformationTableDocument.class);
        Violations wrong = new Violations();
        if (!stated.statedBy().equals(transfer.fromPool().value())) {
            wrong.add("statedBy", stated.statedBy(), "应为本案的转出地 " + transfer.fromPool());
        }
        checkPerson(stated.person(), transfer, wrong);
        checkMonths(stated, transfer, wrong);
        if (stated.preparedAt().isAfter(time.now().toOffsetDateTime().plusDays(1))) {
            wrong.add("preparedAt", stated.preparedAt().toString(), "不能晚于今天");
        }
        wrong.throwIfAny();
        InformationTable table = stated.toTable(transfer.personId(), regions);
        tables.version(transfer.caseNumber(), table.version())
                .filter(before -> !before.digest().equals(table.digest()))
                .ifPresent(before -> {
                    throw ProblemException.invalid(
                            "version", Integer.toString(table.version()), "这一次的信息表已经收到过，内容不同；更正应为下一次");
                });
        return new Received(table, document);
    }

    private void checkPerson(NamedPerson named, Transfer transfer, Violations wrong) {
        boolean same = people.find(named.number())
                .filter(person -> person.id() == transfer.personId()
                        && person.name().equals(named.name().strip()))
                .isPresent();
        if (!same) {
            wrong.add("person", null, "不是本案的参保人：证件号码或姓名不符");
        }
    }

    private void checkMonths(InformationTableDocument stated, Transfer transfer, Violations wrong) {
        YearMonth first = YearMonth.from(people.require(transfer.personId()).bornOn());
        YearMonth last = YearMonth.from(time.today()).plusYears(1);
        Set<String> seen = new HashSet<>();
        List<StatedMonth> months = stated.months();
        for (int i = 0; i < months.size(); i++) {
            StatedMonth month = months.get(i);
            Scheme scheme = month.scheme();
            if (!seen.add(scheme + " " + month.month())) {
                wrong.add("months[" + i + "]", month.month().toString(), "同一险种的同一月份出现两次");
            }
            if (scheme != transfer.fromScheme()) {
                wrong.add("months[" + i + "].scheme", scheme.name(), "应为本案转移的险种 " + transfer.fromScheme());
            }
            if (month.month().isAfter(last) || month.month().isBefore(first)) {
                wrong.add("months[" + i + "]", month.month().toString(), "月份应在 " + first + "（出生）至 " + last + " 之间");
            }
            String field = "months[" + i + "].paidIn";
            wrong.collect(() -> regions.requirePool(field, month.paidIn()));
        }
        long deemed = months.stream()
                .filter(month -> month.kind() == MonthKind.DEEMED)
                .count();
        if (stated.deemedMonths() != deemed || stated.paidMonths() != months.size() - deemed) {
            wrong.add("paidMonths", Integer.toString(stated.paidMonths()), "月数与所列月份不符");
        }
    }
}
