package io.tillstream.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final String ROOT = "io.tillstream.query";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature can be read, and removed, alone")
                .check(CLASSES);
    }

    @Test
    void featuresReadThroughTheStores() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".invoices..", ROOT + ".customers..", ROOT + ".sessions..", ROOT + ".analytics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "java.sql..", "org.postgresql..")
                .because("the tables have owners, which are invoice-store and warehouse")
                .check(CLASSES);
    }

    @Test
    void asksTheWarehouseAndLeavesItAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tillstream.warehouse.load..", "org.flywaydb..")
                .because("only the loader changes the warehouse")
                .check(CLASSES);
    }

    @Test
    void dependsOnNoOtherServiceAndNoEmulator() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tillstream.ingest..",
                        "io.tillstream.consumers..",
                        "io.tillstream.localcloud..",
                        "io.tillstream.suite..")
                .because("services share the model and the stores, nothing else")
                .check(CLASSES);
    }
}
