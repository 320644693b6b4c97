package org.yiban.person.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yiban.person.Payment;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.person.csv.KnownPeople.Relation;
import org.yiban.person.csv.PeopleContent.AccountRow;
import org.yiban.person.csv.PeopleContent.PaymentRow;
import org.yiban.region.RegionCode;

/** Which payments and accounts the files add to the record; what contradicts it is noted among the content's problems. */
final class PaymentComparison {

    /** What is on record of payments and accounts, each in one go. */
    interface Record {
        Map<String, Payment> payments(Collection<String> references);

        Map<Account, Statement> accounts(Collection<Long> personIds);
    }

    /** Whose account, where. */
    record Account(long personId, RegionCode pool) {}

    /** What stood in it at the end of a day. */
    record Statement(BigDecimal balance, LocalDate asOf) {}

    private final KnownPeople known;
    private final Map<String, Payment> storedPayments;
    private final Map<Account, Statement> storedAccounts;
    private final List<PaymentRow> newPayments = new ArrayList<>();
    private final List<AccountRow> newStatements = new ArrayList<>();

    PaymentComparison(PeopleContent content, KnownPeople known, Record record) {
        this.known = known;
        this.storedPayments = record.payments(
                content.payments().stream().map(row -> row.data().reference()).toList());
        this.storedAccounts = record.accounts(content.accounts().stream()
                .map(row -> known.stored(row.number()))
                .filter(Objects::nonNull)
                .map(Person::id)
                .toList());
        content.payments().forEach(this::comparePayment);
        content.accounts().forEach(this::compareAccount);
    }

    List<PaymentRow> newPayments() {
        return newPayments;
    }

    /** Accounts that are new, or whose balance is stated as of a later day. */
    List<AccountRow> newStatements() {
        return newStatements;
    }

    private void comparePayment(PaymentRow row) {
        Payment data = row.data();
        if (!known.known(row.row(), row.number())
                || !known.enrolledWith(row.row(), row.number(), new Relation(data.pool(), data.scheme()))) {
            return;
        }
        Payment stored = storedPayments.get(data.reference());
        if (stored == null) {
            newPayments.add(row);
            return;
        }
        Person person = known.stored(row.number());
        if (person == null || !stored.equals(identified(data, stored.id(), person.id()))) {
            row.row().problem("reference", "此缴费凭证号已登记，且与这一行不符；已登记的缴费不能改动");
        }
    }

    private void compareAccount(AccountRow row) {
        if (!known.known(row.row(), row.number())
                || !known.enrolledWith(row.row(), row.number(), new Relation(row.pool(), Scheme.EMPLOYEE))) {
            return;
        }
        Person person = known.stored(row.number());
        Statement stored = person == null ? null : storedAccounts.get(new Account(person.id(), row.pool()));
        if (stored == null || row.asOf().isAfter(stored.asOf())) {
            newStatements.add(row);
        } else if (row.asOf().isBefore(stored.asOf())) {
            row.row().problem("asOf", "早于已登记的余额截至日 " + stored.asOf());
        } else if (row.balance().compareTo(stored.balance()) != 0) {
            row.row().problem("balance", "与已登记的 " + stored.asOf() + " 余额不符；余额有变动的，请填写新的截至日");
        }
    }

    private static Payment identified(Payment data, long id, long personId) {
        return new Payment(
                id,
                data.reference(),
                personId,
                data.pool(),
                data.scheme(),
                data.identity(),
                data.paidOn(),
                data.from(),
                data.to(),
                data.personalAmount(),
                data.subsidyAmount(),
                data.accountCredited(),
                data.coverageYear(),
                data.lumpSum(),
                data.waitingFrom(),
                data.benefitFrom());
    }
}
