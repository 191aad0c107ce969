package io.tillstream.invoicestore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tillstream.invoicestore", "io.tillstream.storecalls");

    @Test
    void dependsOnTheModelAndDynamoDbAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.tillstream.model..",
                        "io.tillstream.invoicestore..",
                        "io.tillstream.storecalls..",
                        "software.amazon.awssdk..")
                .because("services and jobs of any framework use it")
                .check(CLASSES);
    }

    @Test
    void readersAndWritersAreIndependentOfTheStoreBehindThem() {
        noClasses()
                .that()
                .haveSimpleNameStartingWith("Invoice")
                .and()
                .haveSimpleNameNotEndingWith("Tables")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .because("the in-memory twin has to pass for the real one")
                .check(CLASSES);
    }
}
