package org.yiban.person;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;

/** The payments in our own tables, where no core system is connected. */
@Repository
class JdbcPayments implements Payments {

    private static final String PAYMENT = """
            select id, reference, person_id, pool, scheme, identity, paid_on, from_month, to_month, personal_amount,
                subsidy_amount, account_credited, coverage_year, lump_sum, waiting_from, benefit_from
            from yiban.payment\s""";

    private final JdbcClient db;

    JdbcPayments(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<Payment> find(String reference) {
        return db.sql(PAYMENT + "where reference = ?")
                .param(reference)
                .query(JdbcPayments::payment)
                .optional();
    }

    @Override
    public Map<String, Payment> find(Collection<String> references) {
        return db
                .sql(PAYMENT + "where reference = any (?)")
                .param(references.toArray(String[]::new))
                .query(JdbcPayments::payment)
                .list()
                .stream()
                .collect(Collectors.toMap(Payment::reference, Function.identity()));
    }

    @Override
    @Transactional
    public Payment record(NewPayment payment) {
        db.sql("""
                        insert into yiban.payment (reference, person_id, pool, scheme, identity, paid_on, from_month, to_month,
                            personal_amount, subsidy_amount, account_credited, lump_sum, benefit_from)
                        values (?, ?, ?, 'EMPLOYEE', ?, ?, ?, ?, ?, 0, ?, ?, ?) on conflict (reference) do nothing""")
                .params(
                        payment.reference(),
                        payment.personId(),
                        payment.pool().value(),
                        payment.identity().name(),
                        payment.paidOn(),
                        payment.month().atDay(1),
                        payment.until().atDay(1),
                        payment.amount(),
                        payment.accountCredited(),
                        payment.lumpSum(),
                        payment.benefitFrom())
                .update();
        Payment recorded = find(payment.reference()).orElseThrow();
        if (recorded.personId() != payment.personId()
                || !recorded.pool().equals(payment.pool())
                || recorded.personalAmount().compareTo(payment.amount()) != 0) {
            throw ProblemException.of(ProblemKind.CONFLICT, "paymentReference", payment.reference(), "这个缴费凭证号已用于另一笔缴费");
        }
        return recorded;
    }

    @Override
    public Payment require(long id) {
        return db.sql(PAYMENT + "where id = ?")
                .param(id)
                .query(JdbcPayments::payment)
                .optional()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "没有这笔缴费"));
    }

    @Override
    public List<Payment> of(long personId, RegionCode pool) {
        return db.sql(PAYMENT + "where person_id = ? and pool = ? order by paid_on, id")
                .params(personId, pool.value())
                .query(JdbcPayments::payment)
                .list();
    }

    @Override
    public Map<Long, List<Payment>> ofAll(Collection<Long> personIds) {
        return db
                .sql(PAYMENT + "where person_id = any (?) order by paid_on, id")
                .param(personIds.toArray(Long[]::new))
                .query(JdbcPayments::payment)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Payment::personId));
    }

    private static Payment payment(ResultSet row, int rowNumber) throws SQLException {
        return new Payment(
                row.getLong("id"),
                row.getString("reference"),
                row.getLong("person_id"),
                new RegionCode(row.getString("pool")),
                Scheme.valueOf(row.getString("scheme")),
                MemberIdentity.valueOf(row.getString("identity")),
                row.getObject("paid_on", LocalDate.class),
                YearMonth.from(row.getObject("from_month", LocalDate.class)),
                YearMonth.from(row.getObject("to_month", LocalDate.class)),
                row.getObject("personal_amount", BigDecimal.class),
                row.getObject("subsidy_amount", BigDecimal.class),
                row.getObject("account_credited", BigDecimal.class),
                row.getObject("coverage_year", Integer.class),
                row.getBoolean("lump_sum"),
                row.getObject("waiting_from", LocalDate.class),
                row.getObject("benefit_from", LocalDate.class));
    }
}
