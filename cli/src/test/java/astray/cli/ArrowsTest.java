package astray.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The arrows between the modules. The compiler keeps most of them through module-info; these also hold for what
/// module-info cannot say: which parts of the JDK the pure modules may touch.
@Tag("unit")
class ArrowsTest {
    private static final JavaClasses ASTRAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("astray");

    @Test
    void factsKnowNothingElse() {
        holds(noClasses()
                .that()
                .resideInAPackage("astray.facts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "astray.transcript..",
                        "astray.diagnosis..",
                        "astray.report..",
                        "astray.collect..",
                        "astray.kernel..",
                        "astray.probe..",
                        "astray.instruments..",
                        "astray.cli.."));
    }

    @Test
    void kernelKnowsOnlyHowAddressesAreWritten() {
        holds(noClasses()
                .that()
                .resideInAPackage("astray.kernel..")
                .should()
                .dependOnClassesThat(resideInAPackage("astray..")
                        .and(not(resideInAPackage("astray.kernel..")))
                        .and(not(
                                simpleName("IpAddress").or(simpleName("Prefix")).or(simpleName("Family"))))));
    }

    @Test
    void onlyKernelTouchesNativeMemory() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("astray.kernel..", "astray.journal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign.."));
    }

    @Test
    void journalsMapFilesAndCallNothing() {
        holds(noClasses()
                .that()
                .resideInAPackage("astray.journal..")
                .should()
                .dependOnClassesThat(resideInAPackage("astray..")
                        .and(not(resideInAPackage("astray.journal..")))
                        .and(not(resideInAPackage("astray.codec..")))
                        .or(resideInAPackage("java.lang.foreign..")
                                .and(simpleName("Linker").or(simpleName("SymbolLookup"))))));
    }

    @Test
    void codecsKnowNothingElseAndOpenNothing() {
        holds(noClasses()
                .that()
                .resideInAPackage("astray.codec..")
                .should()
                .dependOnClassesThat(resideInAPackage("astray..")
                        .and(not(resideInAPackage("astray.codec..")))
                        .or(resideInAPackage("java.nio.file..")
                                .or(resideInAPackage("java.nio.channels.."))
                                .or(resideInAPackage("java.net..")))));
    }

    @Test
    void instrumentsKnowTheirSourcesOnly() {
        holds(noClasses()
                .that()
                .resideInAPackage("astray.instruments..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "astray.transcript..",
                        "astray.diagnosis..",
                        "astray.report..",
                        "astray.collect..",
                        "astray.cli.."));
    }

    @Test
    void transcriptsReadAndPrintOnly() {
        holds(noClasses()
                .that()
                .resideInAPackage("astray.transcript..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "astray.diagnosis..",
                        "astray.report..",
                        "astray.collect..",
                        "astray.kernel..",
                        "astray.probe..",
                        "astray.instruments..",
                        "astray.cli.."));
    }

    @Test
    void diagnosisSeesFactsOnly() {
        holds(noClasses()
                .that()
                .resideInAPackage("astray.diagnosis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "astray.transcript..",
                        "astray.report..",
                        "astray.collect..",
                        "astray.kernel..",
                        "astray.probe..",
                        "astray.instruments..",
                        "astray.cli.."));
    }

    @Test
    void diagnosisOpensNoFileAndNoSocketAndReadsNoClock() {
        holds(noClasses()
                .that()
                .resideInAPackage("astray.diagnosis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.lang.foreign..")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone"));
    }

    @Test
    void nothingDependsOnTheCommands() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("astray.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("astray.cli.."));
    }

    /// A package that has no class yet breaks no rule.
    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(ASTRAY);
    }
}
