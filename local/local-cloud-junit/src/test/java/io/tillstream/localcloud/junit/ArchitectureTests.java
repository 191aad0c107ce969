package io.tillstream.localcloud.junit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tillstream.localcloud.junit");

    @Test
    void knowsNothingButTheCloud() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.tillstream..").and(resideOutsideOfPackage("io.tillstream.localcloud..")))
                .because("tests of any project can use it")
                .check(CLASSES);
    }
}
