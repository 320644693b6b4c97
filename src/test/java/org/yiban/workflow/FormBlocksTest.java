package org.yiban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormBlocksTest {

    private final FormBlocks blocks = new FormBlocks(
            Map.of("forms/blocks/history.html", "<h3>办理记录</h3>\n<table>\n  <thead></thead>\n</table>\n"));

    @Test
    void aBlockStandsWhereAFormNamesItAndAsFarToTheRight() {
        String form = blocks.expand("forms/x/y.html", "<form>\n  <!-- block history -->\n\n  <p>$1</p>\n</form>\n");

        assertThat(form)
                .isEqualTo(
                        "<form>\n  <h3>办理记录</h3>\n  <table>\n    <thead></thead>\n  </table>\n\n  <p>$1</p>\n</form>\n");
    }

    @Test
    void aBlockThatIsNotThereIsNamedWithTheFormThatWantsIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> blocks.expand("forms/x/y.html", "  <!-- block payee -->\n"))
                .withMessageContainingAll("forms/x/y.html", "payee");
    }
}
