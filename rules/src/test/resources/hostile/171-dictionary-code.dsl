# words
[when]a customer=Customer()
[then]nothing=System.exit(0);
