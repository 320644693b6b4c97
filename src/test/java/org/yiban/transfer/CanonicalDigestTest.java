package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class CanonicalDigestTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theDigestIsThatOfTheCanonicalFormWhateverTheOrderTheBlanksAndTheEscapes() throws Exception {
        assertThat(CanonicalDigest.of(JSON.readTree("{ \"c\": [true, null], \"b\": 1.0, \"a\": \"\\u00e4\" }")))
                .isEqualTo("53fe5247a532618fd43ebd5ecc5a8306025c5f57223f764395962836a9830cee");
    }

    @Test
    void aSealedDocumentHoldsUntilAnythingInItIsChanged() throws Exception {
        ObjectNode document =
                CanonicalDigest.seal((ObjectNode) JSON.readTree("{\"months\":[{\"month\":\"2024-01\"}]}"));
        assertThat(CanonicalDigest.holds(document)).isTrue();

        document.withArray("months").addObject().put("month", "2024-02");

        assertThat(CanonicalDigest.holds(document)).isFalse();
    }

    @Test
    void aDocumentWithoutADigestDoesNotHold() {
        assertThat(CanonicalDigest.holds(JSON.createObjectNode())).isFalse();
    }
}
