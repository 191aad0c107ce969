package io.tillstream.warehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tillstream.warehouse");

    @Test
    void dependsOnTheModelAndTheDatabaseAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.sql..",
                        "org.jspecify..",
                        "org.flywaydb..",
                        "org.postgresql..",
                        "tools.jackson..",
                        "io.tillstream.model..",
                        "io.tillstream.warehouse..")
                .because("services and jobs of any framework use it, and where objects lie is a port")
                .check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        slices().matching("io.tillstream.warehouse.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
