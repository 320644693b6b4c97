package org.yiban.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** How partners and keys are configured. */
class PartnersTest {

    private static final String URL = "https://treasury.example/inbox";
    private static final Regions REGIONS = Regions.load();
    private static final RegionCode LIAOCHENG = new RegionCode("371500");

    @TempDir
    Path folder;

    @Test
    void aPartnerServesThePoolsItIsConfiguredFor() {
        Partners partners = new Partners(properties("treasury", URL, null, Set.of("371500")), REGIONS);

        assertThat(partners.configured("treasury")).isTrue();
        assertThat(partners.configured("treasury", new RegionCode("371500"))).isTrue();
        assertThat(partners.configured("treasury", new RegionCode("370800"))).isFalse();
        assertThat(partners.configured("taxBureau")).isFalse();
    }

    @Test
    void aPartnerWithoutPoolsServesAll() {
        Partners partners = new Partners(properties("treasury", URL, null, Set.of()), REGIONS);

        assertThat(partners.configured("treasury", new RegionCode("370800"))).isTrue();
    }

    @Test
    void whoIsNamedForAPoolSpeaksForItBeforeWhoIsNamedForItsProvinceAndForAll() {
        Partners partners = new Partners(
                properties(Map.of(
                        "nation", speakingFor(Set.of(), "all"),
                        "shandong", speakingFor(Set.of("371500"), "370000"),
                        "jinan", speakingFor(Set.of(), "370100"))),
                REGIONS);

        assertThat(partners.speakingFor(new RegionCode("370100"), LIAOCHENG)).contains("jinan");
        assertThat(partners.speakingFor(new RegionCode("370200"), LIAOCHENG)).contains("shandong");
        assertThat(partners.speakingFor(new RegionCode("110000"), LIAOCHENG)).contains("nation");
        assertThat(partners.speakingFor(new RegionCode("370200"), new RegionCode("370800")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"379999", "370102", "山东省", ""})
    void aRegionThatIsNeitherPoolNorProvinceIsRefused(String region) {
        assertThatThrownBy(() -> new Partners(properties(Map.of("x", speakingFor(Set.of(), region))), REGIONS))
                .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, e -> assertThat(e.getReason())
                        .contains("统筹区代码"));
    }

    @Test
    void twoPartnersForOneRegionAreRefused() {
        assertThatThrownBy(() -> new Partners(
                        properties(
                                Map.of("one", speakingFor(Set.of(), "370000"), "two", speakingFor(Set.of(), "370000"))),
                        REGIONS))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }

    private static ExchangeProperties.Partner speakingFor(Set<String> pools, String region) {
        return new ExchangeProperties.Partner(URL, null, null, pools, Set.of(region));
    }

    /** Spring knows the variables of the environment by the name of their source alone. */
    @Test
    void aVariableOfTheEnvironmentMayNameTheTaxBureau() {
        String source = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        Map<String, Object> variables = Map.of("YIBAN_EXCHANGE_PARTNERS_TAXBUREAU_URL", URL);
        Binder binder = new Binder(
                ConfigurationPropertySource.from(new SystemEnvironmentPropertySource(source, variables)),
                new MapConfigurationPropertySource(Map.of("yiban.exchange.known", "treasury, taxBureau")));

        Partners partners = new Partners(
                binder.bind("yiban.exchange", ExchangeProperties.class).get(), REGIONS);

        assertThat(partners.names()).containsExactly("taxBureau");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "treasury.example",
                "http://treasury.example/",
                "ftp://127.0.0.1/",
                "https:///inbox",
                "not an address"
            })
    void addressesThatAreNotSafeOrNoneAreRefused(String url) {
        assertThatThrownBy(() -> new Partners(properties("treasury", url, null, Set.of()), REGIONS))
                .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, e -> assertThat(e.getReason())
                        .contains("https://"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:9101/inbox", "http://localhost:9101/inbox", "http://[::1]:9101/inbox", URL})
    void addressesWithinTheMachineOrByHttpsAreTaken(String url) {
        assertThat(new Partners(properties("treasury", url, null, Set.of()), REGIONS).configured("treasury"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"371500", "a b", "1treasury"})
    void namesThatCouldBeAPoolsOrAreNoneAreRefused(String name) {
        assertThatThrownBy(() -> new Partners(properties(name, URL, null, Set.of()), REGIONS))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }

    @Test
    void aKeyFileThatIsMissingEmptyOrNoneStopsTheStartAndIsNamed() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.json"), "{\"keys\":[]}");
        Path other = Files.writeString(folder.resolve("other.json"), "nonsense");
        for (Path file : List.of(folder.resolve("missing.json"), empty, other)) {
            assertThatThrownBy(() -> new PartnerKeys(properties("treasury", URL, file, Set.of())))
                    .as(file.toString())
                    .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                    .hasMessageContaining("treasury.keys");
        }
    }

    @Test
    void aKeyBelongsToOnePartner() {
        Path keys = made("keys.json");
        ExchangeProperties.Partner partner =
                new ExchangeProperties.Partner(URL, SigningKeys.publicFile(keys), null, Set.of(), Set.of());

        assertThatThrownBy(() -> new PartnerKeys(properties(Map.of("treasury", partner, "taxBureau", partner))))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }

    @Test
    void whatIsSignedIsVerifiedAndNamesItsPartner() throws Exception {
        Path keys = made("keys.json");
        PartnerKeys partners = new PartnerKeys(properties("treasury", URL, SigningKeys.publicFile(keys), Set.of()));
        byte[] body = "{}".getBytes();

        String signature = SigningKeys.read(keys).sign(body);

        assertThat(partners.claimed(signature)).contains(Party.partner("treasury"));
        assertThat(partners.verifies(signature, body)).isTrue();
        assertThat(partners.verifies(signature, "[]".getBytes())).isFalse();
    }

    @Test
    void keysAreReadableByTheirOwnerOnlyAndNeverReplaced() throws Exception {
        Path keys = made("keys.json");
        String before = Files.readString(keys);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        assertThat(make("keys.json")).isEqualTo(1);
        assertThat(Files.readString(keys)).isEqualTo(before);
        assertThat(Files.readString(SigningKeys.publicFile(keys))).doesNotContain("\"d\"");
    }

    private Path made(String name) {
        assertThat(make(name)).isZero();
        return folder.resolve(name);
    }

    private int make(String name) {
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
        return MakeExchangeKeys.run(List.of(folder.resolve(name).toString()), quiet, quiet);
    }

    private static ExchangeProperties properties(String name, String url, Path keys, Set<String> pools) {
        return properties(Map.of(name, new ExchangeProperties.Partner(url, keys, null, pools, Set.of())));
    }

    private static ExchangeProperties properties(Map<String, ExchangeProperties.Partner> partners) {
        return new ExchangeProperties(
                partners, Set.of("treasury", "taxBureau"), "", Duration.ofSeconds(20), DataSize.ofMegabytes(8));
    }
}
