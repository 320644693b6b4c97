package org.yiban.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

class ProblemAdviceTest {

    @Test
    void whatTheDatabaseHoldsAgainstIsAConflictInItsOwnWords() {
        ResponseEntity<ProblemDetail> answer =
                answer("SERROR\0C23514\0Mmore is claimed than was paid\0H合计超出个人缴费，不能退\0\0");

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().getDetail()).isEqualTo("合计超出个人缴费，不能退");
    }

    @Test
    void aViolationWithoutWordsForPeopleIsAFailureOfTheSystem() {
        assertThat(answer("SERROR\0C23505\0Mduplicate key\0\0").getStatusCode().value())
                .isEqualTo(500);
    }

    @Test
    void aHintOfTheServerAboutAFaultOfOursIsNotShown() {
        assertThat(answer("SERROR\0C42883\0Mno such function\0HYou might need to add casts.\0\0")
                        .getStatusCode()
                        .value())
                .isEqualTo(500);
    }

    @Test
    void whoWasRolledBackForSomebodyElseMayTryAgain() {
        ResponseEntity<ProblemDetail> answer =
                answer("SERROR\0C40P01\0Mdeadlock detected\0HSee server log for query details.\0\0");

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().getDetail()).contains("请重试");
    }

    @Test
    void aRefusalThatAProcessHasWrappedStaysARefusal() {
        ProblemException refusal = ProblemException.of(ProblemKind.CONFLICT, "这些月份正在办理退费");

        ResponseEntity<ProblemDetail> answer =
                new ProblemAdvice().onFailure(new ProcessEngineException(refusal.toString(), refusal));

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().getDetail()).isEqualTo("这些月份正在办理退费");
    }

    private static ResponseEntity<ProblemDetail> answer(String message) {
        PSQLException refused = new PSQLException(new ServerErrorMessage(message));
        return new ProblemAdvice().onFailure(new DataIntegrityViolationException("refused", refused));
    }
}
