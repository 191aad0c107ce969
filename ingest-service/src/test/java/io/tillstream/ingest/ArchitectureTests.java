package io.tillstream.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tillstream.ingest");

    @Test
    void flowsOneWay() {
        slices().matching("io.tillstream.ingest.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a request goes from http through accept to publish, and nothing goes back but the answer")
                .check(CLASSES);
    }

    @Test
    void keepsTheSdkInPublishAndSpill() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..publish..", "..spill..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .because("only publishing knows which stream it is, and only spilling which bucket")
                .check(CLASSES);
    }

    @Test
    void keepsTheWebInHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
                .because("rows are accepted and published in the same way whatever brings them")
                .check(CLASSES);
    }

    @Test
    void knowsOnlyTheSharedLanguage() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tillstream.invoice..",
                        "io.tillstream.warehouse..",
                        "io.tillstream.localcloud..",
                        "software.amazon.kinesis..",
                        "java.util.logging..")
                .because("ingest ends at the stream; stores and consumers are behind it")
                .check(CLASSES);
    }
}
