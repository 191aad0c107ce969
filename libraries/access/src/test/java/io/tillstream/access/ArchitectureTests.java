package io.tillstream.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tillstream.access");

    @Test
    void knowsNothingOfTillstreamButItsLanguage() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tillstream.ingest..",
                        "io.tillstream.query..",
                        "io.tillstream.consumers..",
                        "io.tillstream.invoicestore..",
                        "software.amazon..")
                .because("it guards whichever service depends on it")
                .check(CLASSES);
    }

    @Test
    void keepsTheWebInHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..access.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.security..", "jakarta.servlet..")
                .because("keys and rates are the same whatever brings a request")
                .check(CLASSES);
    }

    @Test
    void keysAndRatesDoNotKnowWhoAsks() {
        noClasses()
                .that()
                .resideInAnyPackage("..access.keys..", "..access.rate..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..access.http..")
                .because("the guard uses them")
                .check(CLASSES);
    }
}
