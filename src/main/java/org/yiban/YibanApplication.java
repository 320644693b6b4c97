package org.yiban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Yiban 医办. */
@SpringBootApplication
public class YibanApplication {

    public static void main(String[] args) {
        SpringApplication.run(YibanApplication.class, args);
    }
}
