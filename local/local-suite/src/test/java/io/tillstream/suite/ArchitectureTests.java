package io.tillstream.suite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final String ROOT = "io.tillstream.suite";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("the demo is used by the suite, not the other way round")
                .check(CLASSES);
    }

    @Test
    void theDemoIsAnOutsider() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tillstream.(ingest|consumers|query|localcloud|invoicestore)..", "software.amazon..")
                .because("it shows what any caller can do over HTTP")
                .check(CLASSES);
    }
}
