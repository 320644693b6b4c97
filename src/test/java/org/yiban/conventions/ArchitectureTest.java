package org.yiban.conventions;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@AnalyzeClasses(packages = "org.yiban", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> CLOCK_READERS = Set.of(
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Instant",
            "java.time.YearMonth",
            "java.time.Year");

    @ArchTest
    static final ArchRule theEngineStaysWhereItBelongs = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.yiban.workflow..",
                    "org.yiban.access..",
                    "org.yiban.cockpit..",
                    "..process..",
                    "org.yiban.policy.tables..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the move to another fork of the engine stays mechanical");

    @ArchTest
    static final ArchRule theKernelNeedsOnlyTheJdk = noClasses()
            .that()
            .resideInAPackage("org.yiban.kernel..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.yiban.kernel..", "java..")
                    .or(nameMatching("org\\.springframework\\.modulith\\..*"))
                    .negate());

    @ArchTest
    static final ArchRule theClockIsReadThroughAnInjectedClock = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<>("reads the system clock") {
                @Override
                public boolean test(JavaMethodCall call) {
                    String owner = call.getTargetOwner().getName();
                    boolean now = CLOCK_READERS.contains(owner)
                            && call.getTarget().getName().equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty();
                    return now
                            || (owner.equals("java.lang.System")
                                    && call.getTarget().getName().equals("currentTimeMillis"));
                }
            });

    /** Outside a transaction it keeps its connection until somebody closes it: a list gives it back by itself. */
    @ArchTest
    static final ArchRule whatIsQueriedIsReadAsAList = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because("a stream of rows keeps its connection until it is closed");

    @ArchTest
    static final ArchRule aCaseIsShownAsAtOneMoment = classes()
            .that()
            .haveSimpleNameStartingWith("Viewing")
            .and()
            .areAnnotatedWith(Transactional.class)
            .should()
            .beAnnotatedWith(
                    new DescribedPredicate<JavaAnnotation<?>>("@Transactional(isolation = Isolation.REPEATABLE_READ)") {
                        @Override
                        public boolean test(JavaAnnotation<?> annotation) {
                            return annotation.getRawType().isEquivalentTo(Transactional.class)
                                    && annotation.as(Transactional.class).isolation() == Isolation.REPEATABLE_READ;
                        }
                    })
            .because("what stands in several tables changes while they are read");

    @ArchTest
    static final ArchRule moneyIsNeverAFloat =
            noFields().should().haveRawType(double.class).orShould().haveRawType(float.class);

    @ArchTest
    static final ArchRule nothingReturnsAFloat =
            noMethods().should().haveRawReturnType(double.class).orShould().haveRawReturnType(float.class);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Manager|Util|Utils|Helper|Impl)");

    @ArchTest
    static final ArchRule beansAreGivenNotFetched =
            noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");
}
